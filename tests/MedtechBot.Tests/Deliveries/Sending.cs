using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using MedtechBot.Deliveries;
using MedtechBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace MedtechBot.Tests.Deliveries;

/// <summary>An outbox over a database, a receiver that does as the test says, and as many dispatchers as the test wants.</summary>
internal sealed class Sending : IDisposable
{
    public static readonly TimeSpan Deadline = TimeSpan.FromMinutes(1);

    private readonly IDbContextFactory<MedtechBotContext> _database;
    private readonly MeterListener _listener = new();
    private readonly ConcurrentDictionary<string, long> _counted = new();

    public Sending(IDbContextFactory<MedtechBotContext> database)
    {
        _database = database;
        Outbox = new Outbox(Time);
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (ReferenceEquals(instrument.Meter, Figures.Meter))
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, _, _) => _counted.AddOrUpdate(instrument.Name, value, (_, sum) => sum + value));
        _listener.Start();
    }

    public MovedTime Time { get; } = new();

    public Outbox Outbox { get; }

    public OutboxFigures Figures { get; } = new();

    /// <summary>What the receiver took, in the order it did.</summary>
    public ConcurrentQueue<string> Received { get; } = new();

    /// <summary>What the receiver does; takes everything unless told otherwise.</summary>
    public Func<OutboxRow, Task<DeliveryOutcome>> Receiver { get; set; } = _ => Task.FromResult(DeliveryOutcome.Delivered);

    public long Counted(string name) => _counted.GetValueOrDefault("medtechbot.outbox." + name);

    public Dispatcher Dispatcher(OutboxSignal? signal = null) => Dispatcher(new Delivery(this), signal);

    /// <summary>With a real way out instead of the receiver here.</summary>
    public Dispatcher Dispatcher(IDelivery delivery, OutboxSignal? signal = null) =>
        new(_database, [delivery], signal ?? new OutboxSignal(), Figures, Time, NullLogger<Dispatcher>.Instance);

    public OutboxUpkeep Upkeep() => new(_database, [new Delivery(this)], Figures, Time);

    /// <summary>Keeps messages as one committed change; a message's key is what is received.</summary>
    public Task WriteAsync(params (string Target, string Key)[] messages) =>
        WriteAsync(messages.Select(m => new OutboxMessage(OutboxKinds.Webhook, m.Key, m.Target, "{}")));

    public Task WriteAsync(IEnumerable<OutboxMessage> messages) => ChangeAsync(context =>
    {
        foreach (var message in messages)
        {
            Outbox.Add(context, message);
        }
    });

    public async Task<IReadOnlyList<OutboxRow>> RowsAsync()
    {
        await using var context = await _database.CreateDbContextAsync();
        return await context.Set<OutboxRow>().AsNoTracking().OrderBy(r => r.Position).ToListAsync();
    }

    public async Task ChangeAsync(Action<MedtechBotContext> change)
    {
        await using var context = await _database.CreateDbContextAsync();
        change(context);
        await context.SaveChangesAsync();
    }

    /// <summary>Lets the waits pass until nothing is left to wait for.</summary>
    public async Task DrainAllAsync(Dispatcher dispatcher)
    {
        while (true)
        {
            await dispatcher.DrainAsync();
            var waiting = (await RowsAsync()).Where(r => r is { DoneAt: null, GivenUpAt: null }).ToList();
            if (waiting.Count == 0)
            {
                return;
            }
            var next = waiting.GroupBy(r => r.Target).Min(t => t.First().NotBefore) - Time.GetUtcNow();
            Time.Advance(next > Retry.First ? next : Retry.First);
        }
    }

    public async Task UntilAllDoneAsync(Dispatcher dispatcher)
    {
        while ((await RowsAsync()).Any(r => r.DoneAt is null))
        {
            await dispatcher.DrainAsync();
        }
    }

    public static async Task UntilAsync(Func<bool> condition)
    {
        using var deadline = new CancellationTokenSource(Deadline);
        while (!condition())
        {
            await Task.Delay(10, deadline.Token);
        }
    }

    public void Dispose()
    {
        _listener.Dispose();
        Figures.Dispose();
    }

    private sealed class Delivery(Sending sending) : IDelivery
    {
        public string Kind => OutboxKinds.Webhook;

        public bool KnowsRepeats => false;

        public async Task<DeliveryOutcome> DeliverAsync(OutboxRow row, CancellationToken cancellation)
        {
            var outcome = await sending.Receiver(row);
            if (outcome.Result == DeliveryResult.Delivered || outcome.MayHaveArrived)
            {
                sending.Received.Enqueue(row.Key);
            }
            return outcome;
        }
    }
}
