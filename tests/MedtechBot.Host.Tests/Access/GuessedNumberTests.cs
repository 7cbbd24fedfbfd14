using MedtechBot.People;

namespace MedtechBot.Host.Tests.Access;

/// <summary>A number that was guessed opens nothing, and does not even say whether there is such a ticket.</summary>
public sealed class GuessedNumberTests(AccessHost host) : IClassFixture<AccessHost>
{
    private static readonly string[] Below = ["/desk/tickets/", "/api/tickets/", "/consultations/", "/c/"];

    [Theory]
    [InlineData("C-2026-1")]
    [InlineData("c-2026-0001")]
    [InlineData("C-0000-0001")]
    [InlineData("C-2025-0001")]
    [InlineData("C-9999-9999999999")]
    [InlineData("C-2026-99999999999999999999")]
    [InlineData("C-2026-0001'%20OR%20'1'='1")]
    [InlineData("C-2026-0001%27%3B%20DROP%20TABLE%20tickets--")]
    [InlineData("%25")]
    [InlineData("C-2026-____")]
    [InlineData("%43%2D2026%2D0009")]
    [InlineData("C-2026-0001%00")]
    [InlineData("C-2026-0001%0A")]
    [InlineData("C-2026-0001%20")]
    [InlineData("C-2026-0001%2F..%2FC-2026-0002")]
    [InlineData("..%2F..%2Fdesk%2Fpeople")]
    [InlineData("%EF%BC%A3-2026-0001")]
    [InlineData("C-2026-%D9%A0%D9%A0%D9%A0%D9%A1")]
    [InlineData("%F0%9F%98%80")]
    [InlineData("%ED%A0%80")]
    public async Task What_is_no_ticket_of_anybody_is_not_found_by_anybody(string number)
    {
        using var admin = await Scene.SignedInAsync(host, "管理者", Role.Admin);
        using var key = await Scene.WithKeyAsync(host, "鍵 " + RandomName(), Role.Admin);
        var (asker, _) = await Sessions.AskerAsync(host);
        foreach (var (visitor, path) in new[] { (admin, Below[0]), (key, Below[1]), (asker, Below[2]), (asker, Below[3]) })
        {
            var answer = await visitor.GetAsync(path + number);
            Assert.True(answer.Status is 404 or 400, $"{path}{number}: {answer.Status}");
        }
        asker.Dispose();
    }

    [Fact]
    public async Task A_number_that_goes_on_for_ever_is_not_found()
    {
        using var admin = await Scene.SignedInAsync(host, "管理者", Role.Admin);
        Assert.Equal(404, (await admin.GetAsync("/desk/tickets/C-2026-" + new string('1', 6_000))).Status);
        Assert.Equal(404, (await admin.GetAsync("/c/" + new string('1', 6_000))).Status);
    }

    [Fact]
    public async Task Somebody_elses_ticket_answers_like_one_that_there_is_not()
    {
        var pair = await Pair.MakeAsync(host, "担当", "共有の専門家", "アオゲラ アリスイ");
        using var expert = await Scene.SignedInAsync(host, "専門家", Role.Expert);
        using var key = await Scene.WithKeyAsync(host, "鍵 " + RandomName(), Role.Expert);
        var (asker, _) = await Sessions.AskerAsync(host);
        foreach (var (visitor, path, verb) in new[] { (expert, Below[0], "/note"), (expert, Below[0], "/take"), (key, Below[1], "/notes"), (key, Below[1], "/take"), (asker, Below[2], "/write"), (asker, Below[2], "/withdraw") })
        {
            foreach (var ticket in new[] { pair.Open, pair.Secret })
            {
                Assert.Equal(await visitor.GetAsync(path + "C-2026-9999999"), await visitor.GetAsync(path + ticket.Number));
                Assert.Equal(await SendAsync(visitor, $"{path}C-2026-9999999{verb}"), await SendAsync(visitor, $"{path}{ticket.Number}{verb}"));
            }
        }
        // A list that is to go on behind it does not say either.
        Assert.Equal((await key.GetAsync("/api/tickets?after=C-2026-9999999")).Body, (await key.GetAsync($"/api/tickets?after={pair.Open.Number}")).Body);
        asker.Dispose();
    }

    // Without the page's own token, which is another each time.
    private static async Task<(int Status, string Body)> SendAsync(Visitor visitor, string path)
    {
        var answer = path.StartsWith("/api/", StringComparison.Ordinal)
            ? await visitor.SendAsync("POST", path, Visitor.Json("{}"))
            : await visitor.PostAsync(path, ("text", "x"), ("note", "x"));
        return (answer.Status, System.Text.RegularExpressions.Regex.Replace(answer.Body, "value=\"[^\"]{40,}\"", ""));
    }

    private static string RandomName() => Channels.RandomId.Next()[..8];
}
