using System.Diagnostics.Metrics;
using MedtechBot.Deliveries;
using MedtechBot.Host.Telemetry;
using MedtechBot.Storage;
using MedtechBot.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace MedtechBot.Host.Tests.Telemetry;

public abstract class OutboxBacklogTests(DatabaseKind kind) : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2026, 12, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly TemporaryDatabase _database = new(kind);
    private readonly Clock _time = new();

    public sealed class OnSqlite() : OutboxBacklogTests(DatabaseKind.Sqlite);

    public sealed class OnPostgres() : OutboxBacklogTests(DatabaseKind.Postgres);

    public void Dispose() => _database.Dispose();

    [SkippableFact]
    public async Task What_waits_is_measured_by_kind_and_what_is_done_or_given_up_is_not()
    {
        await WriteAsync(OutboxKinds.Mail, "a", "b", "done", "given-up");
        _time.Now = Noon.AddMinutes(10);
        await WriteAsync(OutboxKinds.Webhook, "c");
        await using (var context = _database.CreateDbContext())
        {
            await context.Set<OutboxRow>().Where(r => r.Key == "done").ExecuteUpdateAsync(set => set.SetProperty(r => r.DoneAt, Noon));
            await context.Set<OutboxRow>().Where(r => r.Key == "given-up").ExecuteUpdateAsync(set => set.SetProperty(r => r.GivenUpAt, Noon));
        }
        _time.Now = Noon.AddMinutes(15);

        Assert.Equal(["medtechbot.outbox.oldest mail 900", "medtechbot.outbox.oldest webhook 300", "medtechbot.outbox.waiting mail 2", "medtechbot.outbox.waiting webhook 1"], Measured());
    }

    private IEnumerable<string> Measured()
    {
        var lines = new List<string>();
        using var backlog = new OutboxBacklog(_database, _time);
        using var listener = new MeterListener
        {
            // Other hosts of this process may measure theirs at the same moment.
            InstrumentPublished = (instrument, listener) =>
            {
                if (ReferenceEquals(instrument.Meter, backlog.Meter))
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => lines.Add(FormattableString.Invariant($"{instrument.Name} {tags[0].Value} {value}")));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => lines.Add(FormattableString.Invariant($"{instrument.Name} {tags[0].Value} {value}")));
        listener.Start();
        listener.RecordObservableInstruments();
        return lines.Order(StringComparer.Ordinal);
    }

    private async Task WriteAsync(string kind, params string[] keys)
    {
        await using var context = _database.CreateDbContext();
        var outbox = new Outbox(_time);
        foreach (var key in keys)
        {
            outbox.Add(context, new OutboxMessage(kind, key, "somewhere", "{}"));
        }
        await context.SaveChangesAsync();
    }

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = Noon;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
