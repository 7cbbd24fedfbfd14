using System.Text.Json.Nodes;
using MedtechBot.Channels;
using MedtechBot.Turns;

namespace MedtechBot.Host.DirectLine;

/// <summary>Sending activities, and reading those of a conversation by polling.</summary>
public sealed class ActivityEndpoints(DirectLineDoor door, DirectLineLimits limits, Conversations conversations, ConversationTurns turns, TurnLog log, PublicAddress address)
{
    public void Map(RouteGroupBuilder group)
    {
        group.MapPost("conversations/{conversationId}/activities", PostAsync);
        group.MapGet("conversations/{conversationId}/activities", GetAsync);
    }

    private async Task<IResult> PostAsync(HttpContext http, string conversationId)
    {
        var (conversation, refusal) = await door.OpenAsync(http, conversationId);
        if ((refusal ?? limits.RefuseActivity(http, conversationId)) is { } refused)
        {
            return refused;
        }
        (var activity, refusal) = await ActivityReader.ReadAsync(http.Request.Body, http.Request.ContentLength, http.RequestAborted);
        return refusal ?? ActivityReader.TextOf(activity, "type") switch
        {
            "message" => await ReceiveAsync(http, conversation!, ActivityReader.MessageOf(activity!)),
            "event" => await ReactAsync(conversation!, activity!),
            _ => Ignored(conversationId),
        };
    }

    private async Task<IResult> ReceiveAsync(HttpContext http, ConversationRow conversation, IncomingMessage message) =>
        await turns.ReceiveAsync(conversation, message) is { } received
            ? Results.Json(new { id = received.Message.Id })
            : DirectLineErrors.TooMany(http);

    private async Task<IResult> ReactAsync(ConversationRow conversation, JsonObject activity)
    {
        if (FeedbackEvent.Read(activity) is var (turnId, reaction))
        {
            await log.ReactAsync(conversation.Id, turnId, reaction);
        }
        return Ignored(conversation.Id);
    }

    // Accepted under an id of its own and not part of the conversation: typing, events, and whatever clients may invent.
    private static IResult Ignored(string conversationId) => Results.Json(new { id = conversationId + "|" + RandomId.Next() });

    private async Task<IResult> GetAsync(HttpContext http, string conversationId, string? watermark)
    {
        var (_, refusal) = await door.OpenAsync(http, conversationId);
        if (refusal is not null)
        {
            return refusal;
        }
        if (!Watermark.TryRead(watermark, out var after))
        {
            return DirectLineErrors.BadRequest("The watermark must be a number.");
        }
        var activities = await conversations.ReadAsync(conversationId, after, http.RequestAborted);
        http.Response.Headers.CacheControl = "no-store";
        return Results.Text(ActivitySet.Write(activities, after, address.ForLinks(http)), "application/json");
    }
}
