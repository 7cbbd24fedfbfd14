using MedtechBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace MedtechBot.Turns;

/// <summary>Every turn with its thumbs: what follow-up questions are understood by, and what coordinators and editors learn from.</summary>
public sealed class TurnLog(IDbContextFactory<MedtechBotContext> database, TimeProvider time, ThumbFollower? follower = null)
{
    private const int Remembered = 6;
    private const int MostListed = 50;

    /// <summary>The last turns of a conversation, oldest first.</summary>
    /// <param name="before">Only those of questions before this sequence number.</param>
    public async Task<IReadOnlyList<PastTurn>> RecallAsync(string conversationId, int before = int.MaxValue, CancellationToken cancellation = default)
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        var rows = await context.Set<TurnRow>().AsNoTracking()
            .Where(t => t.ConversationId == conversationId && t.Sequence < before).OrderByDescending(t => t.Sequence).Take(Remembered).ToListAsync(cancellation);
        rows.Reverse();
        return [.. rows.Select(t => t.AsPast())];
    }

    /// <summary>The last turns of a conversation for whoever looks into it, oldest first.</summary>
    public async Task<IReadOnlyList<TurnRow>> ListAsync(string conversationId, CancellationToken cancellation = default)
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        var rows = await context.Set<TurnRow>().AsNoTracking()
            .Where(t => t.ConversationId == conversationId).OrderByDescending(t => t.Sequence).Take(MostListed).ToListAsync(cancellation);
        rows.Reverse();
        return rows;
    }

    /// <summary>Adds a turn to what is saved with its reply; one that was logged before stays as it was.</summary>
    /// <param name="sequence">The sequence number of the question in the conversation.</param>
    /// <param name="mayBeThere">The question may have been answered before.</param>
    public async Task AddAsync(MedtechBotContext context, string turnId, string conversationId, int sequence, TurnOutcome outcome, bool mayBeThere)
    {
        if (mayBeThere && await context.Set<TurnRow>().AnyAsync(t => t.Id == turnId))
        {
            return;
        }
        context.Add(new TurnRow
        {
            Id = turnId,
            ConversationId = conversationId,
            Sequence = sequence,
            Question = outcome.Remembered.Question,
            Understood = outcome.Remembered.Understood,
            PassageIds = [.. outcome.Remembered.Passages.Select(p => p.Value)],
            Outcome = outcome.Answer.Outcome,
            AnswerText = outcome.Answer.Text,
            At = time.GetUtcNow(),
        });
    }

    /// <summary>Keeps the asker's thumb; false when the turn is not one of that conversation.</summary>
    /// <param name="comment">What they wrote with it; a thumb pressed again without any keeps it.</param>
    public async Task<bool> ReactAsync(string conversationId, string turnId, Reaction reaction, string? comment = null, CancellationToken cancellation = default) =>
        await KeepAsync(conversationId, turnId, reaction, Keepable(comment), cancellation) && await FollowedAsync(turnId, reaction, cancellation);

    private async Task<bool> KeepAsync(string conversationId, string turnId, Reaction reaction, string? comment, CancellationToken cancellation)
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        if (!await context.Set<TurnRow>().AnyAsync(t => t.Id == turnId && t.ConversationId == conversationId, cancellation))
        {
            return false;
        }
        if (await ChangeAsync(context, turnId, reaction, comment, cancellation))
        {
            return true;
        }
        context.Add(new FeedbackRow { TurnId = turnId, Reaction = reaction, Comment = comment, At = time.GetUtcNow() });
        try
        {
            await context.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException)
        {
            // Two presses at once: the other one made the row.
            await ChangeAsync(context, turnId, reaction, comment, cancellation);
        }
        return true;
    }

    /// <summary>Forgets a thumb that the asker took back, unless they wrote something with it.</summary>
    /// <returns>False when there is no such thumb.</returns>
    public async Task<bool> TakeBackAsync(string conversationId, string turnId, Reaction reaction, CancellationToken cancellation = default)
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        return await context.Set<FeedbackRow>().Where(f => f.TurnId == turnId && f.Reaction == reaction && f.Comment == null
            && context.Set<TurnRow>().Any(t => t.Id == f.TurnId && t.ConversationId == conversationId)).ExecuteDeleteAsync(cancellation) > 0
            && await FollowedAsync(turnId, null, cancellation);
    }

    private async Task<bool> FollowedAsync(string turnId, Reaction? thumb, CancellationToken cancellation)
    {
        if (follower is not null)
        {
            await follower(turnId, thumb, cancellation);
        }
        return true;
    }

    private async Task<bool> ChangeAsync(MedtechBotContext context, string turnId, Reaction reaction, string? comment, CancellationToken cancellation) =>
        await context.Set<FeedbackRow>().Where(f => f.TurnId == turnId).ExecuteUpdateAsync(
            set => set.SetProperty(f => f.Reaction, reaction).SetProperty(f => f.At, time.GetUtcNow()).SetProperty(f => f.Comment, f => comment ?? f.Comment), cancellation) > 0;

    private static string? Keepable(string? comment)
    {
        if (string.IsNullOrWhiteSpace(comment))
        {
            return null;
        }
        var text = Screened.Of(comment.Trim()).Text;
        return text.Length <= FeedbackRowConfiguration.LongestComment ? text : text[..(FeedbackRowConfiguration.LongestComment - 1)] + "…";
    }
}
