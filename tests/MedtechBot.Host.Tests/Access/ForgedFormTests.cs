using System.Net;
using MedtechBot.People;

namespace MedtechBot.Host.Tests.Access;

/// <summary>Only a form that the product showed to the very visitor who sends it changes anything.</summary>
public sealed class ForgedFormTests(AccessHost host) : IClassFixture<AccessHost>
{
    [Fact]
    public async Task At_the_desk_a_form_needs_the_token_of_this_very_session()
    {
        var pair = await Pair.MakeAsync(host, "担当", "共有の専門家", "メジロ ウグイス");
        using var holder = await Scene.SignedInAsync(host, "担当", Role.Admin);
        using var elsewhere = await Scene.SignedInAsync(host, "担当", Role.Admin);
        using var colleague = await Scene.SignedInAsync(host, "同僚", Role.Admin);
        using var stranger = new Visitor(host, "stranger");
        var own = await holder.FormTokenAsync();
        string?[] tokens = [null, "", "made-up", own[..^1], own + "A", await elsewhere.FormTokenAsync(), await colleague.FormTokenAsync(), await stranger.FormTokenAsync()];
        foreach (var row in AccessTable.Rows(AccessTable.Desk).Where(r => r.Method == "POST" && r.Cells.Count > 1))
        {
            var path = AccessRow.Fill(row.Address, new Dictionary<string, string> { ["number"] = pair.Open.Number.Value, ["person"] = "x", ["invitation"] = "x" });
            var before = await StoredState.ReadAsync(host);
            foreach (var token in tokens)
            {
                (string, string)[] fields = [("note", "偽"), ("text", "偽"), ("outcome", "answered"), ("role", "admin"), ("name", "偽"), .. token is null ? [] : new[] { ("__RequestVerificationToken", token) }];
                Assert.Equal((path, 400), (path, (await holder.SendAsync("POST", path, Visitor.Form(fields))).Status));
            }
            // The right token, but not as a form: pages of others cannot send one without asking first.
            Assert.Equal((path, 400), (path, (await holder.SendAsync("POST", path, Visitor.Json("{}"), ("RequestVerificationToken", own))).Status));
            Assert.Equal(before, await StoredState.ReadAsync(host));
        }
        // That the session's own token is taken shows that nothing else was wrong.
        Assert.Equal(303, (await holder.PostAsync($"/desk/tickets/{pair.Open.Number}/note", ("note", "本物"))).Status);
    }

    [Fact]
    public async Task At_the_desk_another_sites_cookies_do_not_come_along()
    {
        using var person = await Scene.SignedInAsync(host, "担当", Role.Admin);
        await person.FormTokenAsync();
        var answer = await new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = host.Address }.GetAsync("/desk/sign-in");
        var antiforgery = Assert.Single(answer.Headers.GetValues("Set-Cookie"), c => c.StartsWith(".AspNetCore.Antiforgery", StringComparison.Ordinal));
        Assert.Contains("samesite=strict", antiforgery, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("httponly", antiforgery, StringComparison.OrdinalIgnoreCase);
        Assert.All(person.Cookies.GetAllCookies().Where(c => c.Name == Visitor.DeskCookie), c => Assert.True(c.HttpOnly));
    }

    [Fact]
    public async Task Nothing_that_changes_something_does_so_when_it_is_only_looked_at()
    {
        var (asker, id) = await Sessions.AskerAsync(host);
        var pair = await Pair.MakeAsync(host, "担当", "共有の専門家", "エナガ ゴジュウカラ", id);
        using var holder = await Scene.SignedInAsync(host, "担当", Role.Admin);
        using var key = await Scene.WithKeyAsync(host, "担当の鍵", Role.Admin);
        var readable = AccessTable.All.Where(r => r.Method == "GET").Select(r => r.Route).ToHashSet();
        var before = await StoredState.ReadAsync(host);
        foreach (var row in AccessTable.All.Where(r => r.Method == "POST" && !readable.Contains(r.Route)))
        {
            var visitor = row.Route.StartsWith("/api/", StringComparison.Ordinal) ? key : row.IsOutside ? asker : holder;
            var path = AccessRow.Fill(row.Address, new Dictionary<string, string>
            {
                ["number"] = pair.Open.Number.Value,
                ["conversation"] = pair.Open.ConversationId,
                ["conversationId"] = pair.Open.ConversationId,
            });
            var answer = await visitor.GetAsync(path);
            Assert.True(answer.Status is 404 or 405, $"GET {path}: {answer.Status}");
            Assert.DoesNotContain(pair.Open.Word, answer.Body, StringComparison.Ordinal);
        }
        Assert.Equal(before, await StoredState.ReadAsync(host));
        asker.Dispose();
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    public async Task Another_site_sends_no_form_in_an_askers_name(string header, string value)
    {
        var (asker, id) = await Sessions.AskerAsync(host);
        var pair = await Pair.MakeAsync(host, "担当", "共有の専門家", "ミソサザイ キクイタダキ", id);
        var before = await StoredState.ReadAsync(host);
        foreach (var row in AccessTable.Rows(AccessTable.Askers).Where(r => r.Method == "POST" && r.Route != "/chat/session"))
        {
            var path = AccessRow.Fill(row.Address, new Dictionary<string, string> { ["number"] = pair.Open.Number.Value, ["conversation"] = pair.Open.ConversationId });
            var answer = await asker.SendAsync("POST", path, Visitor.Form(("text", "偽"), ("q", "偽"), ("step", "send"), ("message", Channels.RandomId.Next()), ("stars", "1")), (header, value));
            Assert.Equal((path, (int)HttpStatusCode.Forbidden), (path, answer.Status));
        }
        Assert.Equal(before, await StoredState.ReadAsync(host));
        asker.Dispose();
    }
}
