using System.Text.Json.Nodes;
using MedtechBot.Channels;
using MedtechBot.Host.RequestLimits;
using MedtechBot.Turns;

namespace MedtechBot.Host.DirectLine;

/// <summary>Sending activities, and reading those of a conversation by polling.</summary>
public sealed class ActivityEndpoints(DirectLineDoor door, VisitLimits limits, Conversations conversations, ConversationTurns turns, TurnLog log, PublicAddress address)
{
    public void Map(RouteGroupBuilder group)
    {
        group.MapPost("conversations/{conversationId}/activities", PostAsync).Limit(Door.Turn);
        group.MapGet("conversations/{conversationId}/activities", GetAsync);
    }

    private async Task<IResult> PostAsync(HttpContext http, string conversationId)
    {
        var (conversation, refusal) = await door.OpenAsync(http, conversationId);
        if (refusal is not null)
        {
            return refusal;
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
        message.Value is not null && limits.Refuse(http, Door.Ticket) is { } refusal ? refusal
        : await Acknowledgement.OfAsync(http, await turns.ReceiveAsync(conversation, message));

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
