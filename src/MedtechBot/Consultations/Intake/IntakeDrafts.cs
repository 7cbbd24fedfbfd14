using MedtechBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace MedtechBot.Consultations.Intake;

/// <summary>Forms that were begun, one a conversation: brought back as they were left until they are sent, cancelled or too old, and then deleted by the retention.</summary>
public sealed class IntakeDrafts(IDbContextFactory<MedtechBotContext> database, TimeProvider time)
{
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(30);

    /// <summary>The form as it was left; null when there is none, or when it was sent after all.</summary>
    public async Task<IntakeDraft?> FindAsync(string conversationId, CancellationToken cancellation = default) =>
        (await FindNewestAsync([conversationId], cancellation))?.Draft;

    /// <summary>The form that was last touched in any of the conversations.</summary>
    public async Task<(string ConversationId, IntakeDraft Draft)?> FindNewestAsync(IReadOnlyCollection<string> conversationIds, CancellationToken cancellation = default)
    {
        var oldest = time.GetUtcNow() - KeptFor;
        await using var context = await database.CreateDbContextAsync(cancellation);
        var row = await context.Set<IntakeDraftRow>().AsNoTracking()
            .Where(d => conversationIds.Contains(d.ConversationId) && d.ChangedAt >= oldest
                && !context.Set<TicketRow>().Any(t => t.ConversationId == d.ConversationId && t.SubmissionId == d.SubmissionId))
            .OrderByDescending(d => d.ChangedAt).ThenBy(d => d.ConversationId).FirstOrDefaultAsync(cancellation);
        return row is null ? null : (row.ConversationId, row.Read());
    }

    public async Task KeepAsync(string conversationId, IntakeDraft draft, CancellationToken cancellation = default)
    {
        var now = time.GetUtcNow();
        var content = IntakeDraftRow.ContentOf(draft);
        await using var context = await database.CreateDbContextAsync(cancellation);
        if (await ReplaceAsync())
        {
            return;
        }
        context.Add(new IntakeDraftRow { ConversationId = conversationId, SubmissionId = draft.SubmissionId, Content = content, ChangedAt = now });
        try
        {
            await context.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException)
        {
            // Two buttons at once: the other one made the row.
            await ReplaceAsync();
        }

        async Task<bool> ReplaceAsync() => await context.Set<IntakeDraftRow>().Where(d => d.ConversationId == conversationId)
            .ExecuteUpdateAsync(set => set.SetProperty(d => d.SubmissionId, draft.SubmissionId).SetProperty(d => d.Content, content).SetProperty(d => d.ChangedAt, now), cancellation) > 0;
    }

    /// <summary>Another form that was begun in the conversation since then stays.</summary>
    public async Task RemoveAsync(string conversationId, string submissionId, CancellationToken cancellation = default)
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        await context.Set<IntakeDraftRow>().Where(d => d.ConversationId == conversationId && d.SubmissionId == submissionId).ExecuteDeleteAsync(cancellation);
    }
}
