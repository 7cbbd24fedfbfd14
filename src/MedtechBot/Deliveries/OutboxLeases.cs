using MedtechBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace MedtechBot.Deliveries;

/// <summary>
/// Who sends which row. A row is leased for a while, so that several hosts over one database share the work and what a dead one held
/// comes free by itself. Only the first waiting row of a target can be leased, which keeps the order.
/// </summary>
internal sealed class OutboxLeases(IDbContextFactory<MedtechBotContext> database, TimeProvider time)
{
    /// <summary>Longer than a delivery may take, so that nobody else begins meanwhile.</summary>
    public static readonly TimeSpan Duration = TimeSpan.FromSeconds(60);

    private readonly string _holder = LeaseHolder.New();

    /// <summary>Those of the kinds that have something due. Only reads, which leaves the database to its writers while there is nothing to do.</summary>
    public async Task<IReadOnlyList<string>> DueKindsAsync(IEnumerable<string> kinds, CancellationToken cancellation)
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        var due = new List<string>();
        foreach (var kind in kinds)
        {
            if ((await context.Database.SqlQueryRaw<long>(OutboxSql.Count, time.GetUtcNow().UtcTicks, kind, "").ToListAsync(cancellation)).Single() > 0)
            {
                due.Add(kind);
            }
        }
        return due;
    }

    /// <summary>Leases the oldest due rows, at most one of a target.</summary>
    public async Task<IReadOnlyList<OutboxRow>> ClaimAsync(string kind, int most, string? target, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        await using var context = await database.CreateDbContextAsync(cancellation);
        var claimed = await context.Set<OutboxRow>().FromSqlRaw(
            context.Database.IsSqlite() ? OutboxSql.ClaimAlone : OutboxSql.ClaimBesideOthers,
            [now.UtcTicks, kind, target ?? "", most, _holder, (now + Duration).UtcTicks]).AsNoTracking().ToListAsync(cancellation);
        return [.. claimed.OrderBy(r => r.Position)];
    }

    /// <summary>Writes down what became of a row that was claimed here.</summary>
    /// <returns>Whether it was given up.</returns>
    public async Task<bool> SettleAsync(OutboxRow row, DeliveryOutcome outcome, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        await using var context = await database.CreateDbContextAsync(cancellation);
        var same = context.Set<OutboxRow>().Where(r => r.Id == row.Id && r.DoneAt == null);
        if (outcome.Result == DeliveryResult.Delivered)
        {
            // Even when the lease ran out: what arrived has arrived. It is not kept a second time.
            await same.ExecuteUpdateAsync(set => set
                .SetProperty(r => r.DoneAt, now).SetProperty(r => r.GivenUpAt, (DateTimeOffset?)null)
                .SetProperty(r => r.Payload, "").SetProperty(r => r.Target, "")
                .SetProperty(r => r.LeaseHolder, (string?)null).SetProperty(r => r.LeaseUntil, (DateTimeOffset?)null), cancellation);
            return false;
        }
        var giveUp = outcome.Result == DeliveryResult.Refused || Retry.IsTooLate(row.CreatedAt, now);
        var changed = await same.Where(r => r.LeaseHolder == _holder).ExecuteUpdateAsync(set => set
            .SetProperty(r => r.GivenUpAt, giveUp ? now : null)
            .SetProperty(r => r.NotBefore, now + Retry.Wait(row.Id, row.Attempts))
            .SetProperty(r => r.LastFailure, outcome.Code)
            .SetProperty(r => r.MayHaveArrived, row.MayHaveArrived || outcome.MayHaveArrived)
            .SetProperty(r => r.LeaseHolder, (string?)null).SetProperty(r => r.LeaseUntil, (DateTimeOffset?)null), cancellation);
        return giveUp && changed == 1;
    }

    /// <summary>Ends the leases of processes that are certainly gone.</summary>
    public async Task FreeAbandonedAsync(CancellationToken cancellation)
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        var held = context.Set<OutboxRow>().Where(r => r.DoneAt == null && r.GivenUpAt == null && r.LeaseHolder != null);
        foreach (var holder in (await held.Select(r => r.LeaseHolder!).Distinct().ToListAsync(cancellation)).Where(LeaseHolder.IsGone))
        {
            // The holder's name stays, since it says that the row may have been sent.
            await held.Where(r => r.LeaseHolder == holder).ExecuteUpdateAsync(set => set.SetProperty(r => r.LeaseUntil, time.GetUtcNow()), cancellation);
        }
    }
}
