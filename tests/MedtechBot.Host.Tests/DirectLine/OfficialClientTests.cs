using System.Text.Json.Nodes;

namespace MedtechBot.Host.Tests.DirectLine;

/// <summary>What people's web pages use must work with this bot unchanged.</summary>
public sealed class OfficialClientTests(ProductHost host) : IClassFixture<ProductHost>
{
    [SkippableTheory]
    [InlineData("websocket")]
    [InlineData("polling")]
    public async Task It_asks_sees_its_question_come_back_and_gets_an_answer_with_a_citation(string mode)
    {
        await using var client = await OfficialClient.StartAsync(host);
        using var asker = await DirectLineClient.StartAsync(host);
        await client.ConnectAsync(mode, asker.Token);
        await client.BecomesAsync("Online");
        var id = await client.SayAsync(SmallKnowledge.Question, "own-1");
        var activities = await client.WaitForAsync(2);

        Assert.Equal(asker.ConversationId + "|0000000", id);
        Assert.Equal(id, (string?)activities[0]["id"]);
        Assert.Equal("own-1", (string?)activities[0]["channelData"]!["clientActivityID"]);
        Assert.Equal(SmallKnowledge.Question, (string?)activities[0]["text"]);
        Assert.Equal("user", (string?)activities[0]["from"]!["role"]);
        Assert.Equal("bot", (string?)activities[1]["from"]!["role"]);
        Assert.Contains("原則無料", (string?)activities[1]["text"]);
        Assert.StartsWith(host.Address + "knowledge/test-support", (string?)activities[1]["entities"]![0]!["citation"]![0]!["appearance"]!["url"]);
    }

    [SkippableFact]
    public async Task After_a_killed_socket_it_comes_back_by_itself_and_misses_and_repeats_nothing()
    {
        await using var client = await OfficialClient.StartAsync(host);
        using var asker = await DirectLineClient.StartAsync(host);
        await client.ConnectAsync("websocket", asker.Token);
        await client.SayAsync(SmallKnowledge.Question, "own-1");
        await client.WaitForAsync(2);
        await client.KillSocketAsync();
        await asker.SayAsync("切れている間の質問");
        await client.WaitForAsync(4);
        // What comes after shows that nothing old was still on its way.
        await client.SayAsync("つながった後の質問", "own-2");
        var activities = await client.WaitForAsync(6);

        Assert.Equal(
            [SmallKnowledge.Question, "切れている間の質問", "つながった後の質問"],
            activities.Where(a => (string?)a["from"]!["role"] == "user").Select(a => (string?)a["text"]));
        Assert.Equal(Ids(await asker.WaitForAsync(6)), Ids(activities));
    }

    [SkippableTheory]
    [InlineData("websocket", true)]
    [InlineData("polling", true)]
    [InlineData("websocket", false)]
    [InlineData("polling", false)]
    public async Task It_does_not_get_into_another_persons_conversation(string mode, bool forged)
    {
        await using var client = await OfficialClient.StartAsync(host);
        using var other = await DirectLineClient.StartAsync(host);
        using var asker = await DirectLineClient.StartAsync(host);
        await other.SayAsync(SmallKnowledge.Question);
        await other.WaitForAsync(2);
        await client.ConnectAsync(mode, forged ? "forged" : asker.Token, other.ConversationId, "0");
        await client.BecomesAsync("FailedToConnect");

        Assert.Equal("failed to connect", await client.RefusedAsync("こんにちは"));
        Assert.Empty(client.Activities);
        Assert.Equal(2, (await other.WaitForAsync(2)).Count);
    }

    [SkippableFact]
    public async Task It_understands_that_its_token_has_expired()
    {
        var own = new ImpatientHost();
        try
        {
            await using var client = await OfficialClient.StartAsync(own);
            using var asker = await DirectLineClient.StartAsync(own);
            await client.ConnectAsync("polling", asker.Token);
            await client.BecomesAsync("Online");
            await client.BecomesAsync("ExpiredToken");
            Assert.Equal("retry", await client.SayAsync("まだいますか", "own-1"));
            Assert.Empty(client.Activities);
        }
        finally
        {
            await own.DisposeAsync();
        }
    }

    [SkippableTheory]
    [InlineData("websocket")]
    [InlineData("polling")]
    public async Task A_page_loaded_again_gets_the_whole_conversation_back(string mode)
    {
        using var asker = await DirectLineClient.StartAsync(host);
        await using (var before = await OfficialClient.StartAsync(host))
        {
            await before.ConnectAsync(mode, asker.Token);
            await before.SayAsync(SmallKnowledge.Question, "own-1");
            await before.WaitForAsync(2);
        }
        await using var after = await OfficialClient.StartAsync(host);
        await after.ConnectAsync(mode, asker.Token, asker.ConversationId, "0");
        Assert.Equal(Ids(await asker.WaitForAsync(2)), Ids(await after.WaitForAsync(2)));
        await after.SayAsync("続きの質問", "own-2");
        Assert.Equal(Ids(await asker.WaitForAsync(4)), Ids(await after.WaitForAsync(4)));
    }

    private static IEnumerable<string?> Ids(IEnumerable<JsonNode> activities) => activities.Select(a => (string?)a["id"]);

    private sealed class ImpatientHost : ProductHost
    {
        protected override IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string> { ["MedtechBot:DirectLine:TokenSeconds"] = "3" };
    }
}
