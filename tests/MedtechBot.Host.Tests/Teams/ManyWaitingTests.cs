using System.Text.Json.Nodes;
using MedtechBot.Channels;
using MedtechBot.Host.Teams;
using MedtechBot.Teams;
using MedtechBot.Turns;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace MedtechBot.Host.Tests.Teams;

/// <summary>More messages of one chat than may wait, while the first of them is still being answered.</summary>
public sealed class ManyWaitingTests(OpenHost host) : IClassFixture<OpenHost>
{
    private const int MostWaiting = 200;

    private readonly TaskCompletionSource _gate = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly string _chat = Guid.NewGuid().ToString();

    [Theory]
    [InlineData("ja-JP", "一部を受け取れませんでした")]
    [InlineData("en-US", "some could not be taken")]
    public async Task Whoever_sends_them_is_told_and_every_other_message_is_answered_once_and_in_order(string locale, string told)
    {
        var turns = Turns();
        var door = ActivatorUtilities.CreateInstance<TeamsMessages>(host.Services, turns);
        var sent = Enumerable.Range(0, MostWaiting + 20).Select(n => Message($"質問{n}", locale)).ToList();
        foreach (var message in sent)
        {
            Assert.IsType<Ok>(await ReceiveAsync(door, message));
        }
        // What waits already is not taken a second time, and a client that waits for its answer has it at once.
        Assert.IsType<Ok>(await ReceiveAsync(door, sent[0]));
        var waited = await ReceiveAsync(door, Message("待っています", locale, "expectReplies"));
        var given = Assert.IsType<JsonHttpResult<JsonObject>>(waited).Value!["activities"]!;
        Assert.Contains(told, (string)given[0]!["text"]!, StringComparison.Ordinal);
        _gate.SetResult();
        await turns.DrainAsync();

        var said = await host.SaidAsync(MostWaiting, _chat);
        Assert.Equal(Enumerable.Range(0, MostWaiting).Select(n => $"質問{n}"), said.Select(a => a.Incoming?.Text).OfType<string>());
        Assert.Equal(said.Where(a => a.Incoming is not null).Select(a => a.Id), said.Select(a => a.Outgoing?.AnswerTo).OfType<string>());
        var unasked = said.Where(a => a.Outgoing is { AnswerTo: null }).Select(a => a.Outgoing!.Text).ToList();
        // The clock may go on to the next minute meanwhile.
        Assert.InRange(unasked.Count, 1, 2);
        Assert.All(unasked, t => Assert.Contains(told, t, StringComparison.Ordinal));

        // Sent again when there is room, it is answered as if for the first time.
        await ReceiveAsync(door, sent[^1]);
        await turns.DrainAsync();
        Assert.Equal($"質問{MostWaiting + 19}", (await host.SaidAsync(MostWaiting + 1, _chat)).Last(a => a.Incoming is not null).Incoming!.Text);
    }

    private ConversationTurns Turns() => new(
        host.Services.GetRequiredService<Conversations>(), host.Services.GetRequiredService<TurnHandler>(), host.Services.GetRequiredService<TurnLog>(), [],
        NullLogger<ConversationTurns>.Instance,
        personInCharge: async (_, kept, message, _, _) =>
        {
            await _gate.Task;
            return new OutgoingMessage { DeliveryKey = "reply:" + kept.Id, Text = "回答: " + message.Text };
        });

    private Task<IResult> ReceiveAsync(TeamsMessages door, JsonObject message) =>
        door.ReceiveAsync(new DefaultHttpContext { RequestServices = host.Services }, TeamsActivityReader.Read((JsonObject)message.DeepClone()));

    private JsonObject Message(string text, string locale, string? mode = null)
    {
        var message = TeamsRequests.Message(text, _chat);
        (message["locale"], message["deliveryMode"]) = (locale, mode);
        return message;
    }
}
