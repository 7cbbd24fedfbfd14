using System.Text.Json.Nodes;
using MedtechBot.Storage;
using MedtechBot.Turns;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace MedtechBot.Host.Tests.Teams;

public sealed class FeedbackInvokeTests(OpenHost host) : IClassFixture<OpenHost>
{
    private readonly string _chat = Guid.NewGuid().ToString();

    public static TheoryData<string> Comments =>
    [
        "\"分かりやすい\"",
        """{"feedbackText":"分かりやすい"}""",
        """ "{\"feedbackText\":\"分かりやすい\"}" """,
    ];

    [Theory]
    [MemberData(nameof(Comments))]
    public async Task A_thumb_and_the_words_beside_it_are_kept_however_the_client_writes_them(string feedback)
    {
        var turn = await AskAsync();

        Assert.Equal(200, await ReactAsync("like", JsonNode.Parse(feedback), null));

        Assert.Equal((Reaction.Up, "分かりやすい"), await KeptAsync(turn));
    }

    [Fact]
    public async Task It_is_about_the_answer_that_is_named_and_about_the_last_one_otherwise()
    {
        var first = await AskAsync();
        var said = await host.SaidAsync(1, _chat);
        var second = await AskAsync(replies: 2);

        await ReactAsync("dislike", null, said[1].Id);
        await ReactAsync("like", null, null);
        await ReactAsync("dislike", null, "of nobody");

        Assert.Equal([(Reaction.Down, null), (Reaction.Up, null)], new[] { await KeptAsync(first), await KeptAsync(second) });
    }

    [Fact]
    public async Task Personal_data_in_the_words_is_not_kept()
    {
        var turn = await AskAsync();
        await ReactAsync("dislike", "03-1234-5678 に電話ください", null);

        Assert.DoesNotContain("1234", (await KeptAsync(turn)).Comment, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"like\"")]
    [InlineData("""{"actionName":"feedback"}""")]
    [InlineData("""{"actionName":"other","actionValue":{"reaction":"like"}}""")]
    [InlineData("""{"actionName":"feedback","actionValue":{"reaction":1}}""")]
    [InlineData("""{"actionName":"feedback","actionValue":{"reaction":"love"}}""")]
    public async Task What_is_no_feedback_is_a_bad_request(string value) =>
        Assert.Equal(400, await host.StatusAsync(TeamsRequests.Invoke("message/submitAction", JsonNode.Parse(value)!, _chat)));

    [Theory]
    [InlineData("nobody/knows")]
    [InlineData("")]
    public async Task What_nobody_answers_is_not_implemented(string name) =>
        Assert.Equal(501, await host.StatusAsync(TeamsRequests.Invoke(name, new JsonObject(), _chat)));

    private async Task<string> AskAsync(int replies = 1)
    {
        await host.StatusAsync(TeamsRequests.Message("相談先は?", _chat));
        return (await host.SaidAsync(replies, _chat))[^1].Outgoing!.TurnId!;
    }

    private Task<int> ReactAsync(string reaction, JsonNode? feedback, string? replyTo)
    {
        var value = new JsonObject { ["actionName"] = "feedback", ["actionValue"] = new JsonObject { ["reaction"] = reaction, ["feedback"] = feedback } };
        var invoke = TeamsRequests.Invoke("message/submitAction", value, _chat);
        invoke["replyToId"] = replyTo;
        return host.StatusAsync(invoke);
    }

    private async Task<(Reaction Reaction, string? Comment)> KeptAsync(string turn)
    {
        await using var context = await host.Services.GetRequiredService<IDbContextFactory<MedtechBotContext>>().CreateDbContextAsync();
        var row = await context.Set<FeedbackRow>().AsNoTracking().SingleAsync(f => f.TurnId == turn);
        return (row.Reaction, row.Comment);
    }
}
