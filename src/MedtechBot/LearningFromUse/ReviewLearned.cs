using MedtechBot.Channels;
using MedtechBot.Consultations;
using MedtechBot.People;
using MedtechBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace MedtechBot.LearningFromUse;

/// <summary>What somebody at the desk wants to see of what was learned.</summary>
/// <param name="Status">Null for all.</param>
/// <param name="By">Null for all.</param>
/// <param name="Words">In the question or the passage's id.</param>
public sealed record LearnedFilter(LearnedStatus? Status = null, ConfirmedBy? By = null, string? Words = null);

/// <summary>The desk looks through what was learned, takes out what is wrong and lets count what was held.</summary>
public sealed class ReviewLearned(IDbContextFactory<MedtechBotContext> database, AuditLog audit, TimeProvider time)
{
    public const int Most = 1_000;

    /// <summary>The newest confirmations, put together by question and passage, newest first.</summary>
    public async Task<IReadOnlyList<LearnedPair>> ListAsync(LearnedFilter filter, CancellationToken cancellation = default)
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        var conversations = context.Set<ConversationRow>().MayBeLearnedFrom(context);
        var rows = context.Set<LearnedQuestionRow>().AsNoTracking().Where(r => conversations.Any(c => c.Id == r.ConversationId));
        if (filter.By is { } by)
        {
            rows = rows.Where(r => r.ConfirmedBy == by);
        }
        if (filter.Words is { Length: > 0 } words)
        {
            rows = rows.Where(r => r.Question.Contains(words) || r.PassageId.Contains(words));
        }
        if (filter.Status is { } status)
        {
            rows = rows.Where(r => r.Status == status);
        }
        var found = await rows.OrderByDescending(r => r.At).ThenBy(r => r.Id).Take(Most).ToListAsync(cancellation);
        return [.. found.GroupBy(r => (r.PassageId, r.QuestionKey)).Select(g => new LearnedPair(g.Key.PassageId, g.Key.QuestionKey, [.. g]))];
    }

    /// <summary>Takes a question out of a passage, or lets it count.</summary>
    /// <returns>False when nothing of the kind was learned.</returns>
    public async Task<bool> DecideAsync(Person person, string passage, string questionKey, bool counts, CancellationToken cancellation = default)
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        var rows = await context.Set<LearnedQuestionRow>().Where(r => r.PassageId == passage && r.QuestionKey == questionKey).ToListAsync(cancellation);
        if (rows.Count == 0)
        {
            return false;
        }
        foreach (var row in rows)
        {
            (row.Status, row.DecidedBy, row.ChangedAt) = (counts ? LearnedStatus.Counts : LearnedStatus.Removed, person.Name, time.GetUtcNow());
        }
        audit.Add(context, new AuditEntry(person, counts ? AuditActions.RestoredLearned : AuditActions.RemovedLearned));
        await context.SaveChangesAsync(cancellation);
        return true;
    }
}
