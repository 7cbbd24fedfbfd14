using System.Globalization;
using MedtechBot.Deliveries;
using MedtechBot.Storage;
using MedtechBot.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace MedtechBot.Tests.Deliveries;

public abstract class DispatcherTests : IDisposable
{
    private readonly TemporaryDatabase _database;
    private readonly Sending _sending;

    protected DispatcherTests(DatabaseKind kind)
    {
        _database = new TemporaryDatabase(kind);
        _sending = new Sending(_database);
    }

    public sealed class OnSqlite() : DispatcherTests(DatabaseKind.Sqlite);

    public sealed class OnPostgres() : DispatcherTests(DatabaseKind.Postgres);

    public void Dispose()
    {
        _sending.Dispose();
        _database.Dispose();
    }

    [SkippableFact]
    public async Task What_was_committed_before_a_crash_is_sent_by_the_next_process_once()
    {
        await _sending.WriteAsync(("a", "1"), ("b", "2"));

        await _sending.Dispatcher().DrainAsync();
        await _sending.Dispatcher().DrainAsync();

        Assert.Equal(["1", "2"], _sending.Received.Order());
        Assert.All(await _sending.RowsAsync(), r => Assert.Equal(("", ""), (r.Payload, r.Target)));
        Assert.Equal(2, _sending.Counted("delivered"));
    }

    [SkippableFact]
    public async Task What_waits_for_a_broken_target_by_the_ten_thousands_does_not_hold_up_the_others()
    {
        // Compared with each other, so many rows take a server minutes.
        await _sending.WriteAsync(Enumerable.Range(0, 20_000).Select(n => new OutboxMessage(OutboxKinds.Webhook, $"broken/{n}", "broken", "{}")));
        await _sending.WriteAsync(("well", "1"), ("well", "2"));
        _sending.Receiver = row => Task.FromResult(row.Target == "broken" ? DeliveryOutcome.TryAgain("down") : DeliveryOutcome.Delivered);

        await _sending.Dispatcher().DrainAsync().WaitAsync(Sending.Deadline);

        Assert.Equal(["1", "2"], _sending.Received);
    }

    [SkippableFact]
    public async Task What_was_not_committed_is_never_sent()
    {
        await using (var context = _database.CreateDbContext())
        await using (await context.Database.BeginTransactionAsync())
        {
            _sending.Outbox.Add(context, new OutboxMessage(OutboxKinds.Webhook, "1", "a", "{}"));
            await context.SaveChangesAsync();
        }

        await _sending.Dispatcher().DrainAsync();

        Assert.Empty(_sending.Received);
    }

    [SkippableFact]
    public async Task The_same_message_cannot_be_kept_twice()
    {
        await _sending.WriteAsync(("a", "1"));

        await Assert.ThrowsAsync<DbUpdateException>(() => _sending.WriteAsync(("b", "1")));
    }

    [SkippableFact]
    public async Task Messages_to_one_target_arrive_in_the_order_they_were_written_past_failures_too()
    {
        _sending.Receiver = row => Task.FromResult(row.Attempts <= int.Parse(row.Key[1..], CultureInfo.InvariantCulture) % 3 ? DeliveryOutcome.TryAgain("busy") : DeliveryOutcome.Delivered);
        var targets = new[] { "a", "b", "c" };
        await _sending.WriteAsync([.. Enumerable.Range(10, 8).SelectMany(n => targets.Select(t => (t, t + n)))]);

        await _sending.DrainAllAsync(_sending.Dispatcher());

        foreach (var target in targets)
        {
            Assert.Equal(Enumerable.Range(10, 8).Select(n => target + n), _sending.Received.Where(k => k.StartsWith(target, StringComparison.Ordinal)));
        }
    }

    [SkippableFact]
    public async Task A_target_that_does_not_answer_does_not_hold_up_the_others()
    {
        var answer = new TaskCompletionSource<DeliveryOutcome>(TaskCreationOptions.RunContinuationsAsynchronously);
        _sending.Receiver = row => row.Target == "mute" ? answer.Task : Task.FromResult(DeliveryOutcome.Delivered);
        await _sending.WriteAsync([("mute", "m1"), ("mute", "m2"), .. Enumerable.Range(0, 20).Select(n => ("t" + n, "k" + n))]);
        var draining = _sending.Dispatcher().DrainAsync();

        await Sending.UntilAsync(() => _sending.Received.Count == 20);
        answer.SetResult(DeliveryOutcome.Delivered);
        await draining.WaitAsync(Sending.Deadline);

        Assert.Equal(["m1", "m2"], _sending.Received.Skip(20));
    }

    [SkippableFact]
    public async Task A_running_dispatcher_sends_what_is_written_meanwhile_and_ends_when_told()
    {
        using var stop = new CancellationTokenSource();
        var signal = new OutboxSignal();
        var running = _sending.Dispatcher(signal).RunAsync(stop.Token);

        await _sending.WriteAsync(("a", "1"));
        signal.Raise();
        await Sending.UntilAsync(() => _sending.Received.Count == 1);

        await stop.CancelAsync();
        await running.WaitAsync(Sending.Deadline);
    }
}
