using MedtechBot.Channels;
using MedtechBot.Consultations;
using MedtechBot.Knowledge;
using MedtechBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace MedtechBot.LearningFromUse;

/// <summary>Deletes confirmations that are over, that belong to something confidential by now, or whose passage has been gone for long.</summary>
public sealed class ForgetLearned(LearningOptions options, Func<KnowledgeSnapshot> knowledge, LearnedSignal signal, TimeProvider time)
{
    public Task<int> CountAsync(MedtechBotContext context, CancellationToken cancellation) => Due(context).CountAsync(cancellation);

    public async Task<int> RunAsync(MedtechBotContext context, CancellationToken cancellation)
    {
        await MarkGoneAsync(context, cancellation);
        var deleted = await Due(context).ExecuteDeleteAsync(cancellation);
        if (deleted > 0)
        {
            signal.Raise();
        }
        return deleted;
    }

    private IQueryable<LearnedQuestionRow> Due(MedtechBotContext context)
    {
        var now = time.GetUtcNow();
        var (over, gone) = (now.AddDays(-options.KeptDays), now.AddDays(-options.WithoutPassageDays));
        var conversations = context.Set<ConversationRow>().MayBeLearnedFrom(context);
        return context.Set<LearnedQuestionRow>().Where(r => r.At <= over || r.GoneSince <= gone || !conversations.Any(c => c.Id == r.ConversationId));
    }

    // A document that is away for a while, since somebody mends it, has its questions back when it comes again.
    private async Task MarkGoneAsync(MedtechBotContext context, CancellationToken cancellation)
    {
        var (current, now) = (knowledge(), time.GetUtcNow());
        var rows = context.Set<LearnedQuestionRow>();
        foreach (var passage in await rows.Select(r => r.PassageId).Distinct().ToListAsync(cancellation))
        {
            var of = rows.Where(r => r.PassageId == passage);
            if (current.FindPassage(new PassageId(passage)) is not null)
            {
                await of.Where(r => r.GoneSince != null).ExecuteUpdateAsync(set => set.SetProperty(r => r.GoneSince, (DateTimeOffset?)null), cancellation);
            }
            else
            {
                await of.Where(r => r.GoneSince == null).ExecuteUpdateAsync(set => set.SetProperty(r => r.GoneSince, now), cancellation);
            }
        }
    }
}
