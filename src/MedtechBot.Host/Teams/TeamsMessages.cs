using System.Text.Json.Nodes;
using MedtechBot.Answers;
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
internal sealed class TeamsMessages(OpenTeamsConversation places, CoordinatorMessages coordinators, ConversationTurns turns, TeamsReplies replies, VisitLimits limits, PublicAddress address, TimeProvider time)
{
    public async Task<IResult> ReceiveAsync(HttpContext http, TeamsActivity activity)
    {
        // Teams sends nothing else from a group; other clients may.
        if (!activity.IsPersonal && activity.Value is null && activity.Mentions.All(m => m.Id != activity.Recipient.Id))
        {
            return TeamsReplies.None(activity);
        }
        var place = await places.HandleAsync(activity, http.RequestAborted);
        var who = place.Conversation.AskerId;
        if (limits.Refuse(http, Door.Turn, who) is not null || (activity.Value is JsonObject && limits.Refuse(http, Door.Ticket, who) is not null))
        {
            return await TooManyAsync(http, activity, place);
        }
        if (await coordinators.AnswerAsync(activity, http.RequestAborted) is { } told)
        {
            return await replies.SayAsync(http, activity, place, told);
        }
        var message = MessageOf(http, activity);
        if (await turns.ReceiveAsync(place.Conversation, message, http.RequestAborted) is not { } received)
        {
            return await TooManyAsync(http, activity, place, message.Language);
        }
        if (activity.ExpectsReplies)
        {
            return await replies.GiveAsync(http, activity, place, (await received.Reply).DeliveryKey, received.Message.Sequence);
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

    // Nobody sends it again by themselves, so they are told, once a minute. The request is done with: a client that came again would
    // have answered what its person has written once more meanwhile.
    private Task<IResult> TooManyAsync(HttpContext http, TeamsActivity activity, TeamsPlace place, Language? language = null) =>
        replies.SayAsync(http, activity, place, TeamsWords.TooMany(time.GetUtcNow(), language ?? TeamsWords.LanguageOf(activity.Locale)));
}
