using System.Text.Json.Nodes;
using MedtechBot.Answers;
using MedtechBot.Host.Teams.Extension;
using MedtechBot.Host.Teams.Tabs;
using MedtechBot.Host.Tests.Access;
using MedtechBot.Host.Tests.Teams.Tabs;
using MedtechBot.People;
using MedtechBot.Storage;
using MedtechBot.Teams.Coordinators;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace MedtechBot.Host.Tests.Teams.Extension;

/// <summary>Tickets in the compose box: found by whoever may read them at the desk, and by nobody else; what is inserted tells nothing of them.</summary>
public sealed class TicketsInExtensionTests(ProductHost host) : IClassFixture<ProductHost>
{
    [Fact]
    public async Task Each_finds_what_they_may_read_and_nobody_else_anything()
    {
        var admin = await TieAsync("管理 花子", Role.Admin);
        var holder = await TieAsync("担当 太郎", Role.Coordinator);
        var other = await TieAsync("別の 次郎", Role.Coordinator);
        var shared = await TieAsync("専門 三郎", Role.Expert);
        var stranger = await TieAsync("無縁 四郎", Role.Expert);
        var pair = await Pair.MakeAsync(host, "担当 太郎", "専門 三郎", "水色 茶色");
        string[] both = [pair.Open.Number.Value, pair.Secret.Number.Value];
        string[] open = [pair.Open.Number.Value];

        foreach (var (who, sees) in new (TeamsIdentity?, string[])[] { (admin, both), (holder, both), (other, open), (shared, both), (stranger, []), (admin with { AadObjectId = "11111111-0000-4000-8000-000000000000" }, []), (admin with { TenantId = "00000000-0000-0000-0000-000000000002" }, []), (null, []) })
        {
            Assert.Equal(sees, (await FindAsync(who, "")).Intersect(both));
            Assert.Equal(sees.Intersect([pair.Secret.Number.Value]), await FindAsync(who, "茶色"));
            Assert.Equal(sees.Contains(pair.Secret.Number.Value), (await ChooseAsync(who, pair.Secret.Number.Value)).Contains("AdaptiveCard", StringComparison.Ordinal));
        }
        Assert.DoesNotContain("水色", await ChooseAsync(admin, pair.Open.Number.Value), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_account_that_was_disabled_finds_nothing()
    {
        var gone = await TieAsync("退職 五郎", Role.Admin);
        await Scene.OpenAsync(host, (await host.Services.GetRequiredService<MedtechBot.Channels.Conversations>().CreateAsync("asker", "quick", Language.Japanese)).Id, "asker", "緑色", false);
        Assert.NotEmpty(await FindAsync(gone, "緑色"));

        await DisableAsync("退職 五郎");

        Assert.Empty(await FindAsync(gone, "緑色"));
    }

    [Fact]
    public async Task What_askers_write_is_no_markup_in_the_list()
    {
        var admin = await TieAsync("管理 六郎", Role.Admin);
        await Scene.OpenAsync(host, (await host.Services.GetRequiredService<MedtechBot.Channels.Conversations>().CreateAsync("asker", "quick", Language.Japanese)).Id, "asker", "<a href='x'>灰色</a>&amp;", false);

        var found = (await SearchAsync(admin, "灰色"))["composeExtension"]!["attachments"]![0]!["preview"]!["content"]!["text"]!.GetValue<string>();

        Assert.Contains("灰色", found, StringComparison.Ordinal);
        Assert.DoesNotContain('<', found);
        Assert.DoesNotContain('&', found);
    }

    private ExtensionAnswers Answers => host.Services.GetRequiredService<ExtensionAnswers>();

    private async Task<JsonObject> SearchAsync(TeamsIdentity? who, string words) => (await Answers.SearchAsync(
        new JsonObject { ["commandId"] = "tickets", ["parameters"] = new JsonArray(new JsonObject { ["name"] = "q", ["value"] = words }) }, Visitor(who), default))!;

    private async Task<IReadOnlyList<string>> FindAsync(TeamsIdentity? who, string words) =>
        (await SearchAsync(who, words))["composeExtension"]!["attachments"] is JsonArray found
            ? [.. found.Select(a => a!["preview"]!["content"]!["tap"]!["value"]!["ticket"]!.GetValue<string>()).Order(StringComparer.Ordinal)]
            : [];

    private async Task<string> ChooseAsync(TeamsIdentity? who, string number) =>
        (await Answers.ChooseAsync(new JsonObject { ["ticket"] = number }, Visitor(who), default))!.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    private static ExtensionVisitor Visitor(TeamsIdentity? who) => new(who, Language.Japanese, "https://chat.example.jp");

    // An account at the desk that is tied to somebody in Teams.
    private async Task<TeamsIdentity> TieAsync(string name, Role role)
    {
        var identity = new TabIdentity("00000000-0000-0000-0000-000000000001", Guid.NewGuid().ToString());
        await TabPeople.TieAsync(host, name, role, identity);
        return identity.InTeams;
    }

    private async Task DisableAsync(string name)
    {
        await using var context = await host.Services.GetRequiredService<IDbContextFactory<MedtechBotContext>>().CreateDbContextAsync();
        (await context.Set<PersonRow>().SingleAsync(p => p.Name == name)).DisabledAt = DateTimeOffset.UnixEpoch;
        await context.SaveChangesAsync();
    }
}
