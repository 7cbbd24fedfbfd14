using MedtechBot.Channels;
using MedtechBot.LearningFromUse;
using MedtechBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace MedtechBot.Retention;

/// <summary>Deletes what has been kept long enough, one thing a transaction, and leaves counts. One process at a time; running again does no harm.</summary>
public sealed class DeleteExpired(
    IDbContextFactory<MedtechBotContext> database,
    RemoveConversation remove,
    UploadFolder files,
    IOptions<RetentionOptions> options,
    TimeProvider time,
    ILogger<DeleteExpired> logger,
    ForgetLearned? learned = null)
{
    private const int Batch = 100;

    // A file is written before its row: a young one may still get it.
    private static readonly TimeSpan TimeToGetRow = TimeSpan.FromDays(1);

    /// <summary>What would be deleted now.</summary>
    public async Task<RetentionFigures> PreviewAsync(CancellationToken cancellation = default)
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        var due = new Due(context, options.Value, time.GetUtcNow());
        return new RetentionFigures(
            await due.Conversations.CountAsync(cancellation), await due.Tickets.CountAsync(cancellation),
            await due.Uploads.CountAsync(cancellation), await due.ErasedTickets.CountAsync(cancellation),
            await due.AuditLines.CountAsync(cancellation))
        {
            Drafts = await due.Drafts.CountAsync(cancellation),
            KeptAnswers = await due.KeptAnswers.CountAsync(cancellation),
            Invitations = await due.Invitations.CountAsync(cancellation) + await due.DeskLinks.CountAsync(cancellation),
            LearnedQuestions = learned is null ? 0 : await learned.CountAsync(context, cancellation),
        };
    }

    /// <returns>What was deleted; null when another process is at it.</returns>
    public async Task<RetentionFigures?> RunAsync(CancellationToken cancellation = default)
    {
        var holder = RandomId.Next();
        await using var context = await database.CreateDbContextAsync(cancellation);
        if (!await RetentionLeaseRow.TakeAsync(context, holder, time.GetUtcNow(), cancellation))
        {
            return null;
        }
        try
        {
            await SecureDeletion.BeginAsync(context, cancellation);
            var due = new Due(context, options.Value, time.GetUtcNow());
            var deleted = new RetentionFigures(
                await EachAsync(holder, d => d.Conversations, id => remove.HandleAsync(id, TicketTrace.Count, cancellation), cancellation),
                await EachAsync(holder, d => d.Tickets, number => remove.TicketAsync(number, TicketTrace.Count, cancellation), cancellation),
                await EachAsync(holder, d => d.Uploads, id => RemoveUploadAsync(id, cancellation), cancellation),
                await EachAsync(holder, d => d.ErasedTickets, number => CountErasedAsync(number, cancellation), cancellation),
                await due.AuditLines.ExecuteDeleteAsync(cancellation))
            {
                Drafts = await due.Drafts.ExecuteDeleteAsync(cancellation),
                KeptAnswers = await due.KeptAnswers.ExecuteDeleteAsync(cancellation),
                Invitations = await due.Invitations.ExecuteDeleteAsync(cancellation) + await due.DeskLinks.ExecuteDeleteAsync(cancellation),
                LearnedQuestions = learned is null ? 0 : await learned.RunAsync(context, cancellation),
            };
            await RemoveOrphansAsync(context, cancellation);
            await SecureDeletion.FinishAsync(context, cancellation);
            return deleted;
        }
        finally
        {
            await RetentionLeaseRow.GiveBackAsync(context, holder, CancellationToken.None);
        }
    }

    private async Task<int> EachAsync(string holder, Func<Due, IQueryable<string>> which, Func<string, Task<bool>> delete, CancellationToken cancellation)
    {
        var (count, after) = (0, "");
        while (true)
        {
            await using var context = await database.CreateDbContextAsync(cancellation);
            if (!await RetentionLeaseRow.TakeAsync(context, holder, time.GetUtcNow(), cancellation))
            {
                return count;
            }
            var ids = await which(new Due(context, options.Value, time.GetUtcNow()))
                .Where(id => string.Compare(id, after) > 0).OrderBy(id => id).Take(Batch).ToListAsync(cancellation);
            foreach (var id in ids)
            {
                try
                {
                    count += await delete(id) ? 1 : 0;
                }
                catch (Exception failure) when (failure is not OperationCanceledException)
                {
                    logger.LogWarning("Something due could not be deleted and is tried again tomorrow: {Failure}", failure.GetType().Name);
                }
            }
            if (ids.Count < Batch)
            {
                return count;
            }
            after = ids[^1];
        }
    }

    private async Task<bool> RemoveUploadAsync(string id, CancellationToken cancellation)
    {
        files.Remove(id);
        await using var context = await database.CreateDbContextAsync(cancellation);
        await SecureDeletion.BeginAsync(context, cancellation);
        return await context.Set<UploadRow>().Where(u => u.Id == id).ExecuteDeleteAsync(cancellation) == 1;
    }

    private async Task<bool> CountErasedAsync(string number, CancellationToken cancellation)
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        var ticket = await context.Set<ErasedTicketRow>().AsNoTracking().SingleOrDefaultAsync(t => t.Number == number, cancellation);
        if (ticket is null || await context.Set<ErasedTicketRow>().Where(t => t.Number == number).ExecuteDeleteAsync(cancellation) == 0)
        {
            return false;
        }
        await MonthlyCounts.AddTicketAsync(context, ticket, cancellation);
        await transaction.CommitAsync(cancellation);
        return true;
    }

    // A process that ended between writing a file and its row left the file behind.
    private async Task RemoveOrphansAsync(MedtechBotContext context, CancellationToken cancellation)
    {
        foreach (var ids in files.WrittenBefore(time.GetUtcNow() - TimeToGetRow).Chunk(Batch))
        {
            var known = await context.Set<UploadRow>().Where(u => ids.Contains(u.Id)).Select(u => u.Id).ToListAsync(cancellation);
            foreach (var orphan in ids.Except(known))
            {
                files.Remove(orphan);
            }
        }
    }
}

/// <param name="Conversations">With their tickets, where those were due as well.</param>
/// <param name="Tickets">Out of conversations that stay.</param>
/// <param name="ErasedTickets">The facts of tickets whose askers had everything erased.</param>
public sealed record RetentionFigures(int Conversations, int Tickets, int Uploads, int ErasedTickets, int AuditLines)
{
    public static RetentionFigures None { get; } = new(0, 0, 0, 0, 0);

    /// <summary>Forms that were begun and never sent.</summary>
    public int Drafts { get; init; }

    /// <summary>What programs were answered.</summary>
    public int KeptAnswers { get; init; }

    /// <summary>Invitations and sign-in links whose time is over.</summary>
    public int Invitations { get; init; }

    /// <summary>Confirmations that a passage answers a question.</summary>
    public int LearnedQuestions { get; init; }
}
