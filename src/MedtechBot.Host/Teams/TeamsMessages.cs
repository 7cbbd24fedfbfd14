using System.Text.Json.Nodes;
using MedtechBot.Channels;
using MedtechBot.Host.DirectLine;
using MedtechBot.Host.RequestLimits;
using MedtechBot.Host.Teams.Coordinators;
using MedtechBot.Teams;
using MedtechBot.Turns;

namespace MedtechBot.Host.Teams;

/// <summary>
/// Takes in what people write. A message is acknowledged once it is kept, and answered in its turn; what cannot be answered from what
/// is kept (a form's fields, words that must not be kept) is acknowledged once all that follows from it is kept.
/// </summary>
internal sealed class TeamsMessages(OpenTeamsConversation places, CoordinatorMessages coordinators, ConversationTurns turns, Conversations conversations, VisitLimits limits, PublicAddress address)
{
    public async Task<IResult> ReceiveAsync(HttpContext http, TeamsActivity activity)
    {
        // Teams sends nothing else from a group; other clients may.
        if (!activity.IsPersonal && activity.Value is null && activity.Mentions.All(m => m.Id != activity.Recipient.Id))
        {
            return Results.Ok();
        }
        var place = await places.HandleAsync(activity, http.RequestAborted);
        var who = place.Conversation.AskerId;
        if ((limits.Refuse(http, Door.Turn, who) ?? (activity.Value is JsonObject ? limits.Refuse(http, Door.Ticket, who) : null)) is { } refusal)
        {
            return refusal;
        }
        if (await coordinators.TryAsync(activity, place, http.RequestAborted))
        {
            return activity.ExpectsReplies ? Results.Json(new JsonObject { ["activities"] = new JsonArray() }, TeamsJson.Options) : Results.Ok();
        }
        if (await turns.ReceiveAsync(place.Conversation, MessageOf(http, activity), http.RequestAborted) is not { } received)
        {
            return TooManyRequests.Answer(http);
        }
        if (activity.ExpectsReplies)
        {
            return await RepliesAsync(http, place, received);
        }
        if (!received.IsKeptWhole)
        {
            await received.Reply;
        }
        return Results.Ok();
    }

    private IncomingMessage MessageOf(HttpContext http, TeamsActivity activity)
    {
        // Buttons of older cards carry text where others carry fields.
        var text = activity.Value is JsonValue value && activity.Text.Length == 0 && value.TryGetValue<string>(out var said) ? said : activity.Text;
        text = TeamsText.Of(activity with { Text = text });
        var language = ActivityReader.LanguageOf(activity.Locale, text);
        return new IncomingMessage
        {
            Text = text,
            Value = (activity.Value as JsonObject)?.DeepClone() as JsonObject,
            Language = language,
            ClientId = activity.Id,
            Remark = activity.FileCount > 0 ? TeamsWords.NoFiles(TeamsWords.LanguageOf(activity.Locale), address.ForLinks(http)) : null,
            WaitsForReply = activity.ExpectsReplies ? true : null,
        };
    }

    private async Task<IResult> RepliesAsync(HttpContext http, TeamsPlace place, Received received)
    {
        var reply = await received.Reply;
        // As it stands in the conversation; a message that came again may have been answered before.
        var kept = (await conversations.ReadAsync(place.Conversation.Id, received.Message.Sequence, http.RequestAborted))
            .FirstOrDefault(a => a.Outgoing?.DeliveryKey == reply.DeliveryKey);
        var shaped = kept is null ? [] : TeamsShape.Of(kept.Outgoing!, place.Row, address.ForLinks(http));
        foreach (var activity in shaped)
        {
            (activity["id"], activity["replyToId"]) = (kept!.Id, received.Message.Incoming!.ClientId);
        }
        return Results.Json(new JsonObject { ["activities"] = new JsonArray([.. shaped]) }, TeamsJson.Options);
    }
}
