using System.Text.RegularExpressions;
using MedtechBot.Channels;
using MedtechBot.Consultations;
using MedtechBot.Host.Tests.Access;
using MedtechBot.People;
using Microsoft.Extensions.DependencyInjection;

namespace MedtechBot.Host.Tests.Teams.Tabs;

public sealed partial class TabPagesTests(TabHost host) : IClassFixture<TabHost>
{
    private const string Own = "/teams/tab/consultations";
    private const string Desk = "/teams/tab/desk";

    [Fact]
    public async Task Somebody_sees_their_own_consultations_and_others_do_not_exist()
    {
        var (me, other) = (TabHost.SomebodyNew(), TabHost.SomebodyNew());
        var (mine, theirs) = (await TabPeople.OpenTicketAsync(host, me, "ウグイス"), await TabPeople.OpenTicketAsync(host, other, "メジロ"));

        var list = (await host.AskAsync(me, Own)).Html;

        Assert.Contains(mine.Value, list, StringComparison.Ordinal);
        Assert.DoesNotContain(theirs.Value, list, StringComparison.Ordinal);
        Assert.Contains("ウグイスの要旨", (await host.AskAsync(me, $"{Own}/{mine}")).Html, StringComparison.Ordinal);
        Assert.Equal(404, (await host.AskAsync(me, $"{Own}/{theirs}")).Status);
        Assert.Equal(401, (await host.AskAsync(null, $"{Own}/{mine}")).Status);
        Assert.Contains("My consultations", (await host.AskAsync(me, Own + "?locale=en-us")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_written_in_the_tab_reaches_the_ticket_and_only_by_a_form_that_was_shown_to_them()
    {
        var (me, other) = (TabHost.SomebodyNew(), TabHost.SomebodyNew());
        var number = await TabPeople.OpenTicketAsync(host, me, "ヒバリ");
        await TabPeople.OpenTicketAsync(host, other, "ツバメ");
        var write = $"{Own}/{number}/write";
        var token = Token().Match((await host.AskAsync(me, $"{Own}/{number}")).Html).Groups[1].Value;

        Assert.Equal(400, (await host.AskAsync(me, write, ("text", "追記です"), ("message", RandomId.Next()))).Status);
        Assert.Equal(400, (await host.AskAsync(other, write, ("token", token), ("text", "追記です"), ("message", RandomId.Next()))).Status);
        Assert.Equal(401, (await host.AskAsync(null, write, ("token", token), ("text", "追記です"), ("message", RandomId.Next()))).Status);
        Assert.Equal(422, (await host.AskAsync(me, write, ("token", token), ("text", " "), ("message", RandomId.Next()))).Status);
        var sent = await host.AskAsync(me, write, ("token", token), ("text", "試作機ができました"), ("message", RandomId.Next()));

        Assert.Equal(303, sent.Status);
        Assert.Equal($"{Own}/{number}#latest", sent.Answer.Headers.Location!.ToString());
        var ticket = await host.Services.GetRequiredService<TicketStore>().FindAsync(number);
        Assert.Equal("試作機ができました", Assert.Single(ticket!.History.OfType<AskerWrote>(), w => w.Text.StartsWith("試作機", StringComparison.Ordinal)).Text);
    }

    [Fact]
    public async Task The_desk_is_listed_for_its_people_as_far_as_their_role_goes()
    {
        var (coordinator, expert, stranger) = (TabHost.SomebodyNew(), TabHost.SomebodyNew(), TabHost.SomebodyNew());
        await TabPeople.TieAsync(host, "タブの担当", Role.Coordinator, coordinator);
        await TabPeople.TieAsync(host, "タブの専門家", Role.Expert, expert);
        var pair = await Pair.MakeAsync(host, "別の担当", "共有先の専門家", "スズメ カラス");

        var seen = await host.AskAsync(coordinator, Desk);

        Assert.Equal(200, seen.Status);
        Assert.Contains($"/desk/tickets/{pair.Open.Number}", seen.Html, StringComparison.Ordinal);
        Assert.Contains("スズメ", seen.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("カラス", seen.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(pair.Open.Number.Value, (await host.AskAsync(expert, Desk)).Html, StringComparison.Ordinal);
        Assert.Equal(403, (await host.AskAsync(stranger, Desk)).Status);
        Assert.Equal(401, (await host.AskAsync(null, Desk)).Status);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("CfDJ8")]
    public async Task A_made_up_session_opens_nothing(string cookie)
    {
        using var client = host.NewClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, Own) { Headers = { { "Cookie", $"__Host-medtechbot-tab={cookie}" } } };

        Assert.Equal(401, (int)(await client.SendAsync(request)).StatusCode);
    }

    [Theory]
    [InlineData(Own, true)]
    [InlineData(Desk, true)]
    [InlineData("/teams/tab/configure", true)]
    [InlineData("/consultations", false)]
    [InlineData("/desk", false)]
    [InlineData("/", false)]
    public async Task Only_the_tabs_may_be_shown_inside_Teams(string address, bool isTab)
    {
        var headers = (await host.AskAsync(null, address)).Answer.Headers;
        var policy = headers.GetValues("Content-Security-Policy").Single();

        Assert.Equal(isTab, policy.Contains("frame-ancestors https://teams.microsoft.com ", StringComparison.Ordinal));
        Assert.Equal(!isTab, policy.Contains("frame-ancestors 'none'", StringComparison.Ordinal));
        Assert.Equal(!isTab, headers.Contains("X-Frame-Options"));
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
    }

    [GeneratedRegex("name=\"token\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}

public sealed class TabWithoutSettingsTests(ProductHost host) : IClassFixture<ProductHost>
{
    [Theory]
    [InlineData("/teams/tab/consultations")]
    [InlineData("/teams/tab/desk")]
    [InlineData("/teams/tab/configure")]
    public async Task Without_registration_the_tabs_say_that_Teams_is_not_set_up(string address)
    {
        using var client = host.NewClient();
        using var answer = await client.GetAsync(address);

        Assert.Equal(503, (int)answer.StatusCode);
        Assert.Contains("Teams の設定がまだです", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
