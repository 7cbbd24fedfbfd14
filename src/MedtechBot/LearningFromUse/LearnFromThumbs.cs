using MedtechBot.Answers;
using MedtechBot.Channels;
using MedtechBot.Consultations;
using MedtechBot.Knowledge;
using MedtechBot.Storage;
using MedtechBot.Turns;
using Microsoft.EntityFrameworkCore;

namespace MedtechBot.LearningFromUse;

/// <summary>
/// A thumb up confirms that the passage which the answer quotes first answers the question as it was understood. What is quoted beside it
/// was near, and one thumb does not say that it answers too.
/// </summary>
public sealed class LearnFromThumbs(IDbContextFactory<MedtechBotContext> database, Confirmations confirmations, LearnedSignal signal)
{
    /// <summary>See <see cref="ThumbFollower"/>.</summary>
    public async Task FollowAsync(string turnId, Reaction? thumb, CancellationToken cancellation)
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        if (thumb != Reaction.Up)
        {
            await ForgetAsync(context, turnId, cancellation);
            return;
        }
        var turn = await context.Set<TurnRow>().AsNoTracking().SingleOrDefaultAsync(t => t.Id == turnId, cancellation);
        if (turn is not { Outcome: OutcomeKind.Answered, PassageIds: [var first, ..] }
            || !ConfirmationRules.MayBeLearned(turn.Question) || ConfirmationRules.Learnable(turn.Understood) is not { } question)
        {
            return;
        }
        var asker = await context.Set<ConversationRow>().MayBeLearnedFrom(context).Where(c => c.Id == turn.ConversationId).Select(c => c.AskerId).SingleOrDefaultAsync(cancellation);
        if (asker is null)
        {
            return;
        }
        confirmations.Add(context, new Confirmation(turn.ConversationId, question, new PassageId(first), ConfirmedBy.Thumb, asker) { Turn = turnId });
        try
        {
            await context.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException)
        {
            // Pressed twice at once, or erased meanwhile.
        }
    }

    private async Task ForgetAsync(MedtechBotContext context, string turnId, CancellationToken cancellation)
    {
        if (await context.Set<LearnedQuestionRow>().Where(r => r.TurnId == turnId).ExecuteDeleteAsync(cancellation) > 0)
        {
            signal.Raise();
        }
    }
}
