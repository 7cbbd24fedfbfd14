using System.Diagnostics.Metrics;
using MedtechBot.Deliveries;
using MedtechBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace MedtechBot.Host.Telemetry;

/// <summary>How much waits in the outbox and for how long, asked of the database each time it is measured.</summary>
internal sealed class OutboxBacklog : IDisposable
{
    private readonly Meter _meter = new(MedtechBot.Telemetry.Name);
    private readonly IDbContextFactory<MedtechBotContext> _database;
    private readonly TimeProvider _time;

    public OutboxBacklog(IDbContextFactory<MedtechBotContext> database, TimeProvider time)
    {
        (_database, _time) = (database, time);
        _meter.CreateObservableGauge("medtechbot.outbox.waiting", () => Waiting().Select(w => new Measurement<int>(w.Count, Tag(w.Kind))), "{message}", "Messages not sent yet.");
        _meter.CreateObservableGauge("medtechbot.outbox.oldest", () => Waiting().Select(w => new Measurement<double>((_time.GetUtcNow() - w.Oldest).TotalSeconds, Tag(w.Kind))), "s", "Age of the oldest message not sent yet.");
    }

    /// <summary>For listeners that want this instance's figures alone.</summary>
    public Meter Meter => _meter;

    public void Dispose() => _meter.Dispose();

    private List<(string Kind, int Count, DateTimeOffset Oldest)> Waiting()
    {
        using var context = _database.CreateDbContext();
        return [.. context.Set<OutboxRow>().Where(m => m.DoneAt == null && m.GivenUpAt == null)
            .GroupBy(m => m.Kind).Select(g => new { g.Key, Count = g.Count(), Oldest = g.Min(m => m.CreatedAt) })
            .AsEnumerable().Select(g => (g.Key, g.Count, g.Oldest))];
    }

    private static KeyValuePair<string, object?> Tag(string kind) => new("kind", kind);
}
