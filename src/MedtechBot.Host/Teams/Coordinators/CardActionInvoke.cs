using System.Text.Json;
using System.Text.Json.Nodes;
using MedtechBot.Channels;
using MedtechBot.Host.DirectLine;
using MedtechBot.Host.RequestLimits;
using MedtechBot.Teams;
using MedtechBot.Turns;

namespace MedtechBot.Host.Teams.Coordinators;

/// <summary>A button of a card (Action.Execute): of a ticket's card in a channel, or of a form that an asker was shown.</summary>
internal sealed class CardActionInvoke(TicketCardAction tickets, OpenTeamsConversation places, ConversationTurns turns, VisitLimits limits) : ITeamsInvoke
{
    public IReadOnlyCollection<string> Names => ["adaptiveCard/action"];

    public Task<InvokeAnswer> AnswerAsync(HttpContext http, TeamsActivity activity)
    {
        if ((activity.Value as JsonObject)?["action"] is not JsonObject action || Verb(action) is not { } verb || (action["data"] ?? new JsonObject()) is not JsonObject data)
        {
            return Task.FromResult(InvokeAnswer.BadRequest);
        }
        return verb.StartsWith(CardVerbs.Prefix, StringComparison.Ordinal)
            ? tickets.AnswerAsync(activity, verb, data, http.RequestAborted)
            : FormAsync(http, activity, verb, data);
    }

    // The reply comes into the chat, as it does for forms that are sent in any other way.
    private async Task<InvokeAnswer> FormAsync(HttpContext http, TeamsActivity activity, string verb, JsonObject data)
    {
        var english = activity.Locale?.StartsWith("en", StringComparison.OrdinalIgnoreCase) == true;
        var place = await places.HandleAsync(activity, http.RequestAborted);
        var who = place.Conversation.AskerId;
        var value = (JsonObject)data.DeepClone();
        value["verb"] ??= verb;
        var received = limits.Refuse(http, Door.Turn, who) is null && limits.Refuse(http, Door.Ticket, who) is null
            ? await turns.ReceiveAsync(place.Conversation, new IncomingMessage { Value = value, Language = ActivityReader.LanguageOf(activity.Locale, ""), ClientId = activity.Id }, http.RequestAborted)
            : null;
        if (received is null)
        {
            return CardAnswer.Message(english ? "Too many at once. Please try again a little later." : "続けて送られたため、受け取れませんでした。少し時間をおいてからお送りください。");
        }
        await received.Reply;
        return CardAnswer.Message(english ? "Received. The reply is in this chat." : "受け取りました。お返事はこのチャットにあります。");
    }

    private static string? Verb(JsonObject action) =>
        action["verb"] is JsonValue value && value.GetValueKind() == JsonValueKind.String && value.GetValue<string>() is { Length: > 0 and <= TeamsLengths.Name } verb ? verb : null;
}
