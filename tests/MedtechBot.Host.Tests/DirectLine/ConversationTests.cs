using System.Net;
using System.Text.Json.Nodes;

namespace MedtechBot.Host.Tests.DirectLine;

public sealed class ConversationTests(ProductHost host) : IClassFixture<ProductHost>
{
    [Fact]
    public async Task A_question_comes_back_as_the_askers_and_is_answered_with_a_citation_that_opens()
    {
        using var asker = await DirectLineClient.StartAsync(host);
        var id = await asker.SayAsync(SmallKnowledge.Question);
        var activities = await asker.WaitForAsync(2);
        Assert.Equal(asker.ConversationId + "|0000000", id);
        Assert.Equal(id, (string?)activities[0]["id"]);
        Assert.Equal("user", (string?)activities[0]["from"]!["role"]);
        Assert.Equal("bot", (string?)activities[1]["from"]!["role"]);
        Assert.Contains("原則無料", (string?)activities[1]["text"]);
        var claim = activities[1]["entities"]![0]!["citation"]![0]!;
        var url = (string)claim["appearance"]!["url"]!;
        Assert.StartsWith(host.Address + "knowledge/test-support", url);
        Assert.Contains($"[1]: {url.Replace("(", "%28").Replace(")", "%29")} \"試験用の\\\"支援\\\"ガイド", (string?)activities[1]["text"]);
    }

    [Fact]
    public async Task A_message_is_acknowledged_when_its_reply_is_kept_and_not_before()
    {
        using var asker = await DirectLineClient.StartAsync(host);
        await asker.SayAsync(SmallKnowledge.Question);
        // At once: nothing is left to do that a crash could lose.
        Assert.Equal("2", (string?)(await asker.PollAsync())["watermark"]);
    }

    [Fact]
    public async Task A_watermark_says_how_much_is_known_and_only_the_rest_comes()
    {
        using var asker = await DirectLineClient.StartAsync(host);
        Assert.Equal("0", (string?)(await asker.PollAsync())["watermark"]);
        await asker.SayAsync(SmallKnowledge.Question);
        await asker.WaitForAsync(2);
        Assert.Equal("2", (string?)(await asker.PollAsync())["watermark"]);
        Assert.Single((JsonArray)(await asker.PollAsync("1"))["activities"]!);
        var nothing = await asker.PollAsync("2");
        Assert.Empty((JsonArray)nothing["activities"]!);
        Assert.Equal("2", (string?)nothing["watermark"]);
    }

    [Fact]
    public async Task The_clients_own_name_for_a_message_comes_back_and_its_other_claims_do_not()
    {
        using var asker = await DirectLineClient.StartAsync(host);
        await asker.PostAsync("""
            {"type":"message","text":"質問","id":"forged","timestamp":"1999-01-01T00:00:00Z","channelId":"msteams","serviceUrl":"http://evil",
             "from":{"id":"somebody","name":"管理者","role":"bot"},"conversation":{"id":"other"},"channelData":{"clientActivityID":"c1","x":1}}
            """);
        var echo = (await asker.WaitForAsync(1))[0];
        Assert.Equal("c1", (string?)echo["channelData"]!["clientActivityID"]);
        Assert.Equal("user", (string?)echo["from"]!["role"]);
        Assert.Equal("directline", (string?)echo["channelId"]);
        Assert.Equal(asker.ConversationId + "|0000000", (string?)echo["id"]);
        Assert.Equal(asker.ConversationId, (string?)echo["conversation"]!["id"]);
        foreach (var forged in new[] { "forged", "somebody", "管理者", "1999", "evil" })
        {
            Assert.DoesNotContain(forged, echo.ToJsonString());
        }
    }

    [Fact]
    public async Task A_started_conversation_names_its_stream_and_can_be_reconnected_and_refreshed()
    {
        using var asker = await DirectLineClient.StartAsync(host);
        var started = await asker.Http.PostAsync("/v3/directline/conversations", new StringContent("""{"user":{"id":"u1"}}"""));
        Assert.Equal(HttpStatusCode.Created, started.StatusCode);
        var body = await DirectLineClient.ReadAsync(started);
        Assert.Equal(asker.ConversationId, (string?)body["conversationId"]);
        Assert.StartsWith("ws://", (string?)body["streamUrl"]);
        Assert.Equal(1800, (int?)body["expires_in"]);
        var again = await DirectLineClient.ReadAsync(await asker.Http.GetAsync($"/v3/directline/conversations/{asker.ConversationId}?watermark=3"));
        Assert.Contains("watermark=3", (string?)again["streamUrl"]);
        var refreshed = await DirectLineClient.ReadAsync(await asker.Http.PostAsync("/v3/directline/tokens/refresh", null));
        Assert.NotEqual(asker.Token, (string?)refreshed["token"]);
        Assert.Equal(asker.ConversationId, (string?)refreshed["conversationId"]);
        Assert.NotEmpty((string)(await DirectLineClient.ReadAsync(await asker.Http.GetAsync("/v3/directline/session/getsessionid")))["sessionId"]!);
    }

    [Fact]
    public async Task A_conversation_goes_on_after_a_restart_with_the_same_token()
    {
        var own = new ProductHost();
        try
        {
            using var before = await DirectLineClient.StartAsync(own);
            await before.SayAsync(SmallKnowledge.Question);
            await before.WaitForAsync(2);
            await own.RestartAsync();
            using var after = own.NewClient();
            after.DefaultRequestHeaders.Authorization = before.Http.DefaultRequestHeaders.Authorization;
            var body = await DirectLineClient.ReadAsync(await after.GetAsync(before.Activities));
            Assert.Equal(2, ((JsonArray)body["activities"]!).Count);
        }
        finally
        {
            await own.DisposeAsync();
        }
    }
}
