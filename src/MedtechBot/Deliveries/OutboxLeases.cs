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
    public async Task<IReadOnlyList<string>> DueKindsAsync(IReadOnlyCollection<string> kinds, CancellationToken cancellation)
    {
        if (kinds.Count == 0)
        {
            return [];
        }
        await using var context = await database.CreateDbContextAsync(cancellation);
        return await context.Database.SqlQueryRaw<string>(OutboxSql.DueKinds(kinds.Count), [time.GetUtcNow().UtcTicks, .. kinds]).ToListAsync(cancellation);
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
    /// <param name="firstWait">The wait after a first failure.</param>
    public async Task<Settled> SettleAsync(OutboxRow row, DeliveryOutcome outcome, TimeSpan firstWait, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        await using var context = await database.CreateDbContextAsync(cancellation);
        var same = context.Set<OutboxRow>().Where(r => r.Id == row.Id && r.DoneAt == null);
        if (outcome.Result == DeliveryResult.Delivered)
        {
            await using var both = outcome.Receipt is null ? null : await context.Database.BeginTransactionAsync(cancellation);
            // Even when the lease ran out: what arrived has arrived. It is not kept a second time.
            var done = await same.ExecuteUpdateAsync(set => set
                .SetProperty(r => r.DoneAt, now).SetProperty(r => r.GivenUpAt, (DateTimeOffset?)null)
                .SetProperty(r => r.Payload, "").SetProperty(r => r.Target, "")
                .SetProperty(r => r.LeaseHolder, (string?)null).SetProperty(r => r.LeaseUntil, (DateTimeOffset?)null), cancellation);
            if (both is not null)
            {
                // Whose row was erased meanwhile, or settled by another host, has nothing to keep.
                if (done == 1)
                {
                    context.Add(outcome.Receipt!);
                    await context.SaveChangesAsync(cancellation);
                }
                await both.CommitAsync(cancellation);
            }
            return new Settled(false, null);
        }
        var giveUp = outcome.Result == DeliveryResult.Refused || Retry.IsTooLate(row.CreatedAt, now);
        var wait = Retry.Wait(row.Id, row.Attempts, firstWait, outcome.NotWithin);
        var changed = await same.Where(r => r.LeaseHolder == _holder).ExecuteUpdateAsync(set => set
            .SetProperty(r => r.GivenUpAt, giveUp ? now : null)
            .SetProperty(r => r.NotBefore, now + wait)
            .SetProperty(r => r.LastFailure, outcome.Code)
            .SetProperty(r => r.MayHaveArrived, row.MayHaveArrived || outcome.MayHaveArrived)
            .SetProperty(r => r.LeaseHolder, (string?)null).SetProperty(r => r.LeaseUntil, (DateTimeOffset?)null), cancellation);
        return new Settled(giveUp && changed == 1, giveUp ? null : wait);
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

/// <param name="IsGivenUp">It was given up just now.</param>
/// <param name="Again">After how long it is tried again; null when it is not.</param>
internal readonly record struct Settled(bool IsGivenUp, TimeSpan? Again);
