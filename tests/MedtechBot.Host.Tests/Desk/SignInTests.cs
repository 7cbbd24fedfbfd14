using System.Net;
using MedtechBot.People;
using Microsoft.Extensions.DependencyInjection;

namespace MedtechBot.Host.Tests.Desk;

public sealed class SignInTests(ProductHost host) : IClassFixture<ProductHost>
{
    [Fact]
    public async Task A_link_lets_one_person_in_and_opening_it_alone_does_not_use_it_up()
    {
        var link = await LinkAsync();
        using var preview = new DeskClient(host);
        Assert.Equal(HttpStatusCode.OK, (await preview.GetAsync(link)).Status);
        using var first = new DeskClient(host);
        Assert.Equal(HttpStatusCode.SeeOther, (await first.SendFormAsync(link, link, ("name", "佐藤"))).Status);
        Assert.Contains("佐藤 さん", (await first.GetAsync("/desk")).Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, (await preview.GetAsync(link)).Status);
    }

    [Fact]
    public async Task A_form_opened_before_the_link_was_used_lets_nobody_in_afterwards()
    {
        var link = await LinkAsync();
        using var late = new DeskClient(host);
        Assert.NotNull(await host.Services.GetRequiredService<DeskLinks>().FindAsync(link.Split('/')[^1]));
        var sent = late.SendFormAsync(link, link, ("name", "遅い人"));
        using var other = new DeskClient(host);
        var both = await Task.WhenAll(sent, other.SendFormAsync(link, link, ("name", "早い人")));
        Assert.Single(both, p => p.Status == HttpStatusCode.SeeOther);
    }

    [Fact]
    public async Task A_sign_in_without_name_or_without_the_forms_token_is_refused_and_the_link_stays_good()
    {
        var link = await LinkAsync();
        using var client = new DeskClient(host);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await client.SendFormAsync(link, link, ("name", " \u0007"))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await client.PostAsync(link, new() { ["name"] = "佐藤" })).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await client.SendFormAsync(link, link, ("name", "佐藤"))).Status);
    }

    [Fact]
    public async Task After_signing_out_the_desk_is_closed()
    {
        using var client = await DeskClient.SignedInAsync(host, "佐藤");
        Assert.Equal(HttpStatusCode.SeeOther, (await client.SendFormAsync("/desk", "/desk/sign-out")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync("/desk")).Status);
    }

    private async Task<string> LinkAsync() => "/desk/sign-in/" + await host.Services.GetRequiredService<DeskLinks>().CreateAsync();
}

public sealed class SignInThrottleTests : IAsyncLifetime
{
    private readonly ProductHost _host = new();

    public Task InitializeAsync() => _host.InitializeAsync();

    public Task DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Who_tries_links_is_stopped_and_those_signed_in_go_on()
    {
        using var sato = await DeskClient.SignedInAsync(_host, "佐藤");
        using var guesser = new DeskClient(_host);
        var answers = new List<HttpStatusCode>();
        // Two windows' worth, so that it does not matter when one of them begins.
        for (var n = 0; n < 80; n++)
        {
            answers.Add((await guesser.GetAsync("/desk/sign-in/guess" + n)).Status);
        }
        Assert.Contains(HttpStatusCode.TooManyRequests, answers);
        Assert.Equal(HttpStatusCode.OK, (await sato.GetAsync("/desk")).Status);
    }

    [Fact]
    public async Task Links_and_tickets_outlive_a_restart()
    {
        var (number, _) = await DeskClient.OpenTicketAsync(_host);
        var token = await _host.Services.GetRequiredService<DeskLinks>().CreateAsync();
        await _host.RestartAsync();
        using var client = new DeskClient(_host);
        var link = "/desk/sign-in/" + token;
        Assert.Equal(HttpStatusCode.SeeOther, (await client.SendFormAsync(link, link, ("name", "佐藤"))).Status);
        Assert.Contains(number, (await client.GetAsync("/desk")).Html, StringComparison.Ordinal);
    }
}
