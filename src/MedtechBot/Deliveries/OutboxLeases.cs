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

    // SQLite has one writer at a time.
    private const string ClaimAlone = ClaimFirst + ClaimThen;

    // Hosts pass over what another is just leasing.
    private const string ClaimBesideOthers = ClaimFirst + "FOR UPDATE OF r SKIP LOCKED" + ClaimThen;

    private const string ClaimFirst = """
        WITH due AS MATERIALIZED (
            SELECT r."Id" FROM outbox r
            WHERE r."Kind" = {3} AND ({5} = '' OR r."Target" = {5}) AND r."DoneAt" IS NULL AND r."GivenUpAt" IS NULL
                AND r."NotBefore" <= {0} AND (r."LeaseUntil" IS NULL OR r."LeaseUntil" <= {0})
                AND NOT EXISTS (SELECT 1 FROM outbox e WHERE e."Kind" = r."Kind" AND e."Target" = r."Target"
                    AND e."DoneAt" IS NULL AND e."GivenUpAt" IS NULL
                    AND (e."Position" < r."Position" OR (e."Position" = r."Position" AND e."Id" < r."Id")))
            ORDER BY r."Position", r."Id" LIMIT {4}
        """ + "\n";

    private const string ClaimThen = """
        )
        UPDATE outbox SET "LeaseHolder" = {1}, "LeaseUntil" = {2}, "Attempts" = "Attempts" + 1,
            "MayHaveArrived" = ("MayHaveArrived" OR "LeaseHolder" IS NOT NULL)
        WHERE "Id" IN (SELECT "Id" FROM due)
        RETURNING *
        """;

    private readonly string _holder = LeaseHolder.New();

    /// <summary>The kinds that have something due. Only reads, which leaves the database to its writers while there is nothing to do.</summary>
    public async Task<IReadOnlyList<string>> DueKindsAsync(CancellationToken cancellation)
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        return await Due(context, time.GetUtcNow()).Select(r => r.Kind).Distinct().ToListAsync(cancellation);
    }

    /// <summary>Leases the oldest due rows, at most one of a target.</summary>
    public async Task<IReadOnlyList<OutboxRow>> ClaimAsync(string kind, int most, string? target, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        await using var context = await database.CreateDbContextAsync(cancellation);
        var claimed = await context.Set<OutboxRow>().FromSqlRaw(
            context.Database.IsSqlite() ? ClaimAlone : ClaimBesideOthers,
            [now.UtcTicks, _holder, (now + Duration).UtcTicks, kind, most, target ?? ""]).AsNoTracking().ToListAsync(cancellation);
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

    private static IQueryable<OutboxRow> Due(MedtechBotContext context, DateTimeOffset now)
    {
        var waiting = context.Set<OutboxRow>().Where(r => r.DoneAt == null && r.GivenUpAt == null);
        return waiting.Where(r => r.NotBefore <= now && (r.LeaseUntil == null || r.LeaseUntil <= now)
            && !waiting.Any(e => e.Kind == r.Kind && e.Target == r.Target && e.Position < r.Position));
    }
}
