using MedtechBot.Channels;
using MedtechBot.Consultations;
using MedtechBot.Knowledge.Search.Learning;
using MedtechBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace MedtechBot.LearningFromUse;

/// <summary>Whether what counts is still what was read: as long as this is the same, nothing changed.</summary>
public sealed record LearnedState(int Confirmations, DateTimeOffset? ChangedAt, DateOnly Day, int? Model);

/// <summary>What counts at the moment, in the same order on every host.</summary>
public sealed class ReadLearned(IDbContextFactory<MedtechBotContext> database, LearningOptions options, TimeProvider time)
{
    public async Task<LearnedState> StateAsync(CancellationToken cancellation = default)
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        var counting = Counting(context);
        return new LearnedState(
            await counting.CountAsync(cancellation),
            await counting.MaxAsync(r => (DateTimeOffset?)r.ChangedAt, cancellation),
            DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime),
            await context.Set<RankingModelRow>().Where(m => m.IsLive).Select(m => (int?)m.Version).FirstOrDefaultAsync(cancellation));
    }

    public async Task<LearnedPassages> ReadAsync(CancellationToken cancellation = default)
    {
        var now = time.GetUtcNow();
        await using var context = await database.CreateDbContextAsync(cancellation);
        var rows = await Counting(context).Select(r => new { r.PassageId, r.QuestionKey, r.Question, r.At, r.Id }).ToListAsync(cancellation);
        var weights = await context.Set<RankingModelRow>().Where(m => m.IsLive).Select(m => m.Weights).FirstOrDefaultAsync(cancellation);
        return new LearnedPassages(
            rows.GroupBy(r => r.PassageId).ToDictionary(passage => passage.Key, passage => (IReadOnlyList<(string, double)>)[.. passage
                .GroupBy(r => r.QuestionKey)
                // The last confirmation renews the question.
                .Select(same => same.OrderByDescending(r => r.At).ThenBy(r => r.Id, StringComparer.Ordinal).First())
                // Of too many the newest are searched.
                .OrderByDescending(r => r.At).ThenBy(r => r.QuestionKey, StringComparer.Ordinal)
                .Select(r => (r.Question, Weight: ConfirmationRules.Weight(r.At, now, options)))
                .Where(r => r.Weight > 0)], StringComparer.Ordinal),
            weights is null ? null : RankingModel.FromJson(weights));
    }

    // A conversation may have become confidential since.
    private static IQueryable<LearnedQuestionRow> Counting(MedtechBotContext context)
    {
        var conversations = context.Set<ConversationRow>().MayBeLearnedFrom(context);
        return context.Set<LearnedQuestionRow>().Where(r => r.Status == LearnedStatus.Counts && conversations.Any(c => c.Id == r.ConversationId));
    }
}
