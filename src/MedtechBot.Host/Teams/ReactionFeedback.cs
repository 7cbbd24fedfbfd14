using MedtechBot.Teams;
using MedtechBot.Turns;

namespace MedtechBot.Host.Teams;

/// <summary>A like or a heart that the asker puts on an answer is a thumb up, and taking it off takes that back. Other reactions say nothing about an answer.</summary>
internal sealed class ReactionFeedback(TurnBehindMessage turnBehind, TurnLog log)
{
    private static readonly string[] Likes = ["like", "heart"];

    public async Task<IResult> ReceiveAsync(HttpContext http, TeamsActivity activity)
    {
        var (isLiked, isTakenBack) = (activity.ReactionsAdded.Any(Likes.Contains), activity.ReactionsRemoved.Any(Likes.Contains));
        if ((isLiked || isTakenBack) && await turnBehind.FindAsync(activity, http.RequestAborted) is var (conversation, turn))
        {
            // One of them for the other comes as both.
            _ = isLiked ? await log.ReactAsync(conversation, turn, Reaction.Up, cancellation: http.RequestAborted)
                : await log.TakeBackAsync(conversation, turn, Reaction.Up, http.RequestAborted);
        }
        return TeamsReplies.None(activity);
    }
}
