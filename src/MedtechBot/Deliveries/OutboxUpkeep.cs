using MedtechBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace MedtechBot.Deliveries;

/// <summary>Removes what is long done from the outbox, and gives up on what nobody sends: its kind is no longer configured.</summary>
public sealed class OutboxUpkeep(IDbContextFactory<MedtechBotContext> database, IEnumerable<IDelivery> deliveries, OutboxFigures figures, TimeProvider time)
{
    /// <summary>A key may not come a second time while its row is there.</summary>
    public static readonly TimeSpan KeepDone = TimeSpan.FromDays(7);

    /// <summary>Long enough for somebody to see it at the desk, to look why, and to have it sent after all (<see cref="Undelivered"/>).</summary>
    public static readonly TimeSpan KeepGivenUp = TimeSpan.FromDays(30);

    private readonly string[] _kinds = [.. deliveries.Select(d => d.Kind)];

    public async Task RunAsync(CancellationToken cancellation = default)
    {
        var now = time.GetUtcNow();
        await using var context = await database.CreateDbContextAsync(cancellation);
        var rows = context.Set<OutboxRow>();
        var (done, givenUp, late) = (now - KeepDone, now - KeepGivenUp, now - Retry.GiveUpAfter);
        await rows.Where(r => r.DoneAt < done || r.GivenUpAt < givenUp).ExecuteDeleteAsync(cancellation);
        var orphans = rows.Where(r => r.DoneAt == null && r.GivenUpAt == null && r.CreatedAt <= late && !_kinds.Contains(r.Kind));
        foreach (var kind in await orphans.Select(r => r.Kind).ToListAsync(cancellation))
        {
            figures.GivenUp(kind);
        }
        await orphans.ExecuteUpdateAsync(set => set.SetProperty(r => r.GivenUpAt, now).SetProperty(r => r.LastFailure, "not-configured"), cancellation);
    }
}
