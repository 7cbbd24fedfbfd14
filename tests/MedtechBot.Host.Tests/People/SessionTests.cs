using System.Net;
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

    private async Task ChangeAsync(string name, Action<Microsoft.EntityFrameworkCore.Query.UpdateSettersBuilder<PersonRow>> change)
    {
        await using var context = await host.Services.GetRequiredService<IDbContextFactory<MedtechBotContext>>().CreateDbContextAsync();
        Assert.Equal(1, await context.Set<PersonRow>().Where(p => p.Name == name).ExecuteUpdateAsync(change));
    }
}
