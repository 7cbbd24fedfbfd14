using System.Text.Json.Nodes;
using MedtechBot.Channels;
using MedtechBot.Host.DirectLine;
using MedtechBot.Teams;

namespace MedtechBot.Host.Teams;

/// <summary>How a reply reaches whoever sent the activity: by the outbox, or with the answer to the very request where the client waits for it there (<c>expectReplies</c>).</summary>
internal sealed class TeamsReplies(Conversations conversations, PublicAddress address, FilePath files)
{
    /// <summary>Nothing is said.</summary>
    public static IResult None(TeamsActivity activity) => activity.ExpectsReplies ? Body([]) : Results.Ok();

    /// <summary>Says something that is no answer of the bot to a question. The same key is said once, and given again to whoever waits for it.</summary>
    public async Task<IResult> SayAsync(HttpContext http, TeamsActivity activity, TeamsPlace place, OutgoingMessage message)
    {
        await conversations.SendAsync(place.Conversation.Id, message with { IsTaken = activity.ExpectsReplies }, http.RequestAborted);
        return activity.ExpectsReplies ? await GiveAsync(http, activity, place, message.DeliveryKey) : Results.Ok();
    }

    /// <summary>What was said under the key, as it stands in the conversation: an activity that came again may have been answered before.</summary>
    /// <param name="after">The number of the message that it answers; it stands behind that.</param>
    public async Task<IResult> GiveAsync(HttpContext http, TeamsActivity activity, TeamsPlace place, string key, int after = -1)
    {
        var kept = (await conversations.ReadAsync(place.Conversation.Id, after, http.RequestAborted)).FirstOrDefault(a => a.Outgoing?.DeliveryKey == key);
        var shaped = kept is null ? [] : TeamsShape.Of(kept.Outgoing!, place.Row, address.ForLinks(http), files);
        foreach (var reply in shaped)
        {
            (reply["id"], reply["replyToId"]) = (kept!.Id, activity.Id);
        }
        return Body(shaped);
    }

    private static IResult Body(IReadOnlyList<JsonObject> activities) => Results.Json(new JsonObject { ["activities"] = new JsonArray([.. activities]) }, TeamsJson.Options);
}
