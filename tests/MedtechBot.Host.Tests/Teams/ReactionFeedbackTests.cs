using System.Text.Json.Nodes;
using MedtechBot.Host.Tests.Teams.Coordinators;
using MedtechBot.Storage;
using MedtechBot.Teams;
using MedtechBot.Turns;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace MedtechBot.Host.Tests.Teams;

public sealed class ReactionFeedbackTests(TeamHost host) : IClassFixture<TeamHost>
{
    private readonly string _name = Guid.NewGuid().ToString("N")[..8];

    [Theory]
    [InlineData("like")]
    [InlineData("heart")]
    public async Task A_like_or_a_heart_is_a_thumb_up_until_it_is_taken_back(string reaction)
    {
        var (message, turn) = await AnsweredAsync(host.Personal(_name, "相談先は?"));

        Assert.Equal(200, await host.StatusAsync(Reaction(message, [reaction])));
        Assert.Equal(MedtechBot.Turns.Reaction.Up, (await KeptAsync(turn))?.Reaction);
        Assert.Equal(200, await host.StatusAsync(Reaction(message, [], ["sad"])));
        Assert.NotNull(await KeptAsync(turn));
        Assert.Equal(200, await host.StatusAsync(Reaction(message, [], [reaction])));
        Assert.Null(await KeptAsync(turn));
    }

    [Fact]
    public async Task One_for_the_other_stays_a_thumb_and_words_that_were_written_with_it_stay_too()
    {
        var (message, turn) = await AnsweredAsync(host.Personal(_name, "相談先は?"));

        await host.StatusAsync(Reaction(message, ["heart"], ["like"]));
        Assert.NotNull(await KeptAsync(turn));
        var conversation = (await host.PlacesAsync("chat-" + _name))[0].ConversationId;
        await host.Services.GetRequiredService<TurnLog>().ReactAsync(conversation, turn, MedtechBot.Turns.Reaction.Up, "分かりやすい");
        await host.StatusAsync(Reaction(message, [], ["heart"]));

        Assert.Equal("分かりやすい", (await KeptAsync(turn))?.Comment);
    }

    [Fact]
    public async Task Other_reactions_other_messages_and_other_people_count_nothing()
    {
        var (message, turn) = await AnsweredAsync(host.Personal(_name, "相談先は?"));
        var other = Reaction(message, ["like"]);
        other["from"]!["id"] = "29:somebody";
        var elsewhere = Reaction(message, ["like"]);
        elsewhere["conversation"]!["id"] = "chat-elsewhere";
        var tenant = Reaction(message, ["like"]);
        tenant["conversation"]!["tenantId"] = "00000000-0000-0000-0000-000000000009";

        foreach (var activity in new[] { Reaction(message, ["laugh"]), Reaction(message + "0", ["like"]), Reaction(null, ["like"]), Reaction(message, []), other, elsewhere, tenant })
        {
            Assert.Equal(200, await host.StatusAsync(activity));
        }
        Assert.Null(await KeptAsync(turn));
        Assert.Single(await host.PlacesAsync("chat-" + _name));
    }

    [Fact]
    public async Task In_a_channel_the_thread_need_not_be_named()
    {
        var room = $"19:{_name}@thread.tacv2";
        var (message, turn) = await AnsweredAsync(host.InChannel(_name, room, "相談先は?", "17"));
        var reaction = Reaction(message, ["like"]);
        (reaction["conversation"]!["id"], reaction["conversation"]!["conversationType"]) = (room, "channel");

        Assert.Equal(200, await host.StatusAsync(reaction));

        Assert.NotNull(await KeptAsync(turn));
    }

    [Theory]
    [InlineData("""{"reactionsAdded":"like"}""")]
    [InlineData("""{"reactionsAdded":["like"]}""")]
    [InlineData("""{"reactionsAdded":[{"type":1}]}""")]
    [InlineData("""{"reactionsRemoved":[{}]}""")]
    public async Task What_is_no_reaction_is_a_bad_request(string fields)
    {
        var reaction = Reaction("1", []);
        foreach (var (name, value) in (JsonObject)JsonNode.Parse(fields)!)
        {
            reaction[name] = value?.DeepClone();
        }
        Assert.Equal(400, await host.StatusAsync(reaction));
    }

    private JsonObject Reaction(string? message, string[] added, string[]? removed = null)
    {
        var activity = host.Personal(_name, "");
        (activity["type"], activity["replyToId"]) = ("messageReaction", message);
        activity["reactionsAdded"] = Listed(added);
        activity["reactionsRemoved"] = Listed(removed ?? []);
        return activity;
    }

    private static JsonArray Listed(string[] types) => new([.. types.Select(t => new JsonObject { ["type"] = t })]);

    // The answer as Teams calls it, once Teams has it.
    private async Task<(string TeamsId, string Turn)> AnsweredAsync(JsonObject question)
    {
        await host.StatusAsync(question);
        var conversation = (await host.SaidAsync(1, (string)question["conversation"]!["id"]!))[0].ConversationId;
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
        {
            await using var context = await host.Services.GetRequiredService<IDbContextFactory<MedtechBotContext>>().CreateDbContextAsync();
            if (await context.Set<TeamsMessageRow>().FirstOrDefaultAsync(m => m.ConversationId == conversation && m.TurnId != null, deadline.Token) is { } row)
            {
                return (row.TeamsId, row.TurnId!);
            }
            await Task.Delay(30, deadline.Token);
        }
    }

    private async Task<FeedbackRow?> KeptAsync(string turn)
    {
        await using var context = await host.Services.GetRequiredService<IDbContextFactory<MedtechBotContext>>().CreateDbContextAsync();
        return await context.Set<FeedbackRow>().AsNoTracking().SingleOrDefaultAsync(f => f.TurnId == turn);
    }
}
