using System.Net;
using MedtechBot.Host.Tests.Access;
using MedtechBot.Host.Tests.Desk;
using MedtechBot.People;
using MedtechBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace MedtechBot.Host.Tests.People;

/// <summary>What a session is worth once the account has changed behind it.</summary>
public sealed class SessionTests(ProductHost host) : IClassFixture<ProductHost>
{
    [Fact]
    public async Task Who_is_disabled_is_out_at_the_next_request()
    {
        using var sato = await DeskClient.SignedInAsync(host, "佐藤");
        await ChangeAsync("佐藤", set => set.SetProperty(p => p.DisabledAt, DateTimeOffset.UnixEpoch));
        Assert.Equal(HttpStatusCode.Unauthorized, (await sato.GetAsync("/desk")).Status);
    }

    [Fact]
    public async Task A_new_security_stamp_ends_every_session()
    {
        using var desk = await DeskClient.SignedInAsync(host, "鈴木");
        using var phone = await DeskClient.SignedInAsync(host, "鈴木");
        await ChangeAsync("鈴木", set => set.SetProperty(p => p.SecurityStamp, "another"));
        Assert.Equal(HttpStatusCode.Unauthorized, (await desk.GetAsync("/desk")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await phone.GetAsync("/desk")).Status);
    }

    [Fact]
    public async Task A_role_counts_from_the_next_request_on()
    {
        var (number, _) = await DeskClient.OpenTicketAsync(host);
        using var tanaka = await DeskClient.SignedInAsync(host, "田中", Role.Coordinator);
        Assert.Equal(HttpStatusCode.OK, (await tanaka.GetAsync("/desk/tickets/" + number)).Status);
        await ChangeAsync("田中", set => set.SetProperty(p => p.Role, Role.Expert));
        Assert.NotEqual(HttpStatusCode.OK, (await tanaka.GetAsync("/desk/tickets/" + number)).Status);
        Assert.DoesNotContain(number, (await tanaka.GetAsync("/desk")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_becomes_an_expert_loses_what_they_were_in_charge_of_until_it_is_shared_with_them()
    {
        var (number, _) = await DeskClient.OpenTicketAsync(host, "担当していた相談");
        using var ito = await DeskClient.SignedInAsync(host, "伊藤", Role.Coordinator);
        var ticket = "/desk/tickets/" + number;
        await ito.SendFormAsync(ticket, ticket + "/take");
        await ChangeAsync("伊藤", set => set.SetProperty(p => p.Role, Role.Expert));

        Assert.Equal(HttpStatusCode.NotFound, (await ito.GetAsync(ticket)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await ito.SendFormAsync("/desk", ticket + "/reply", ("text", "まだ担当のつもり"))).Status);
        foreach (var list in new[] { "/desk?view=all", "/desk?view=mine", "/desk/tickets.csv?view=all" })
        {
            Assert.DoesNotContain(number, (await ito.GetAsync(list)).Html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_copy_of_the_cookie_opens_nothing_after_signing_out_and_the_other_browser_stays_in()
    {
        using var desk = await Scene.SignedInAsync(host, "渡辺", Role.Admin);
        using var phone = await DeskClient.SignedInAsync(host, "渡辺");
        using var thief = new Visitor(host, "thief") { Session = desk.Session };
        Assert.Equal(200, (await thief.GetAsync("/desk")).Status);

        Assert.Equal(303, (await desk.PostAsync("/desk/sign-out")).Status);

        Assert.Equal(401, (await thief.GetAsync("/desk")).Status);
        Assert.Equal(HttpStatusCode.OK, (await phone.GetAsync("/desk")).Status);
    }

    private async Task ChangeAsync(string name, Action<Microsoft.EntityFrameworkCore.Query.UpdateSettersBuilder<PersonRow>> change)
    {
        await using var context = await host.Services.GetRequiredService<IDbContextFactory<MedtechBotContext>>().CreateDbContextAsync();
        Assert.Equal(1, await context.Set<PersonRow>().Where(p => p.Name == name).ExecuteUpdateAsync(change));
    }
}
