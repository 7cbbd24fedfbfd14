using System.Globalization;
using MedtechBot.Deliveries;
using MedtechBot.Storage;
using MedtechBot.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace MedtechBot.Tests.Deliveries;

public abstract class DispatcherTests : IDisposable
{
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(1);

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

        await _sending.Dispatcher().DrainAsync().WaitAsync(Deadline);

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

        await DrainAllAsync(_sending.Dispatcher());

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

        await UntilAsync(() => _sending.Received.Count == 20);
        answer.SetResult(DeliveryOutcome.Delivered);
        await draining.WaitAsync(Deadline);

        Assert.Equal(["m1", "m2"], _sending.Received.Skip(20));
    }

    [SkippableFact]
    public async Task What_is_refused_is_given_up_at_once_and_blocks_nothing()
    {
        _sending.Receiver = row => Task.FromResult(row.Key == "poison" ? DeliveryOutcome.Refused("gone") : DeliveryOutcome.Delivered);
        await _sending.WriteAsync(("a", "poison"), ("a", "next"), ("b", "other"));

        await _sending.Dispatcher().DrainAsync();

        Assert.Equal(["next", "other"], _sending.Received.Order());
        Assert.Equal(("gone", 1), (await _sending.RowsAsync())[0] is { GivenUpAt: not null } row ? (row.LastFailure, row.Attempts) : default);
        Assert.Equal(1, _sending.Counted("given_up"));
    }

    [SkippableFact]
    public async Task A_delivery_that_breaks_is_a_failed_try_like_any_other()
    {
        _sending.Receiver = row => row.Attempts == 1 ? throw new InvalidOperationException("secret") : Task.FromResult(DeliveryOutcome.Delivered);
        await _sending.WriteAsync(("a", "1"));
        var dispatcher = _sending.Dispatcher();

        await dispatcher.DrainAsync();
        Assert.Equal("InvalidOperationException", Assert.Single(await _sending.RowsAsync()).LastFailure);

        await DrainAllAsync(dispatcher);
        Assert.Equal(["1"], _sending.Received);
    }

    [SkippableFact]
    public async Task What_nobody_takes_is_tried_for_days_and_then_given_up()
    {
        _sending.Receiver = _ => Task.FromResult(DeliveryOutcome.TryAgain("down"));
        await _sending.WriteAsync(("a", "1"));
        var dispatcher = _sending.Dispatcher();
        var written = _sending.Time.GetUtcNow();

        await DrainAllAsync(dispatcher);

        var row = Assert.Single(await _sending.RowsAsync());
        Assert.InRange(row.GivenUpAt!.Value - written, Retry.GiveUpAfter, Retry.GiveUpAfter + (Retry.Longest * 2));
        Assert.InRange(row.Attempts, 90, 130);
        Assert.Equal((1, row.Attempts), (_sending.Counted("given_up"), _sending.Counted("failed")));
    }

    [SkippableFact]
    public async Task Dispatchers_over_one_database_send_each_message_once_and_in_order()
    {
        var messages = Enumerable.Range(100, 200).Select(n => ("t" + (n % 10), $"{n % 10}-{n}")).ToArray();
        await _sending.WriteAsync(messages);

        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => UntilAllDoneAsync(_sending.Dispatcher())))).WaitAsync(Deadline * 2);

        Assert.Equal(messages.Length, _sending.Received.Count);
        foreach (var ofTarget in _sending.Received.GroupBy(k => k[0]))
        {
            Assert.Equal(ofTarget.Order(StringComparer.Ordinal), ofTarget);
        }
    }

    [SkippableFact]
    public async Task What_a_process_was_sending_when_it_died_is_sent_again_once_its_lease_ends_and_counted()
    {
        var begun = new TaskCompletionSource();
        _sending.Receiver = _ =>
        {
            begun.SetResult();
            return new TaskCompletionSource<DeliveryOutcome>().Task;
        };
        await _sending.WriteAsync(("a", "1"));
        _ = _sending.Dispatcher().DrainAsync();
        await begun.Task.WaitAsync(Deadline);

        _sending.Receiver = _ => Task.FromResult(DeliveryOutcome.Delivered);
        await _sending.Dispatcher().DrainAsync();
        Assert.Empty(_sending.Received);

        _sending.Time.Advance(TimeSpan.FromMinutes(2));
        await _sending.Dispatcher().DrainAsync();
        Assert.Equal(["1"], _sending.Received);
        Assert.Equal(1, _sending.Counted("repeated"));
    }

    [SkippableFact]
    public async Task A_lost_acknowledgement_is_the_one_case_that_counts_as_a_repeat()
    {
        _sending.Receiver = row => Task.FromResult((row.Key, row.Attempts) switch
        {
            ("taken-unheard", 1) => DeliveryOutcome.Unacknowledged("cut-off"),
            ("turned-away", 1) => DeliveryOutcome.TryAgain("busy"),
            _ => DeliveryOutcome.Delivered,
        });
        await _sending.WriteAsync(("a", "taken-unheard"), ("b", "turned-away"));

        await DrainAllAsync(_sending.Dispatcher());

        Assert.Equal(["taken-unheard", "taken-unheard", "turned-away"], _sending.Received.Order());
        Assert.Equal((1, 2), (_sending.Counted("repeated"), _sending.Counted("delivered")));
    }

    [SkippableFact]
    public async Task A_start_takes_over_at_once_what_a_process_of_this_machine_left_when_it_was_killed()
    {
        await _sending.WriteAsync(("a", "1"), ("b", "2"));
        var far = _sending.Time.GetUtcNow().AddMinutes(1);
        await using (var context = _database.CreateDbContext())
        {
            // Beyond any process number that the system gives.
            var gone = LeaseHolder.New().Split('/')[0] + "/2147483000/killed/1";
            await context.Set<OutboxRow>().Where(r => r.Key == "1").ExecuteUpdateAsync(set => set.SetProperty(r => r.LeaseHolder, gone).SetProperty(r => r.LeaseUntil, far));
            await context.Set<OutboxRow>().Where(r => r.Key == "2").ExecuteUpdateAsync(set => set.SetProperty(r => r.LeaseHolder, "elsewhere/1/x/1").SetProperty(r => r.LeaseUntil, far));
        }

        await _sending.Dispatcher().DrainAsync();

        Assert.Equal(["1"], _sending.Received);
    }

    [SkippableFact]
    public async Task What_is_just_being_sent_can_no_longer_be_taken_back()
    {
        await _sending.WriteAsync(("a", "1"), ("b", "2"));
        await using var context = _database.CreateDbContext();
        context.RemoveRange(await context.Set<OutboxRow>().ToListAsync());
        _sending.Receiver = async row =>
        {
            await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => context.SaveChangesAsync());
            return DeliveryOutcome.Delivered;
        };

        await _sending.Dispatcher().DeliverNowAsync(OutboxKinds.Webhook, "a");

        Assert.Equal(["1"], _sending.Received);
        Assert.Equal(2, (await _sending.RowsAsync()).Count);
    }

    [SkippableFact]
    public async Task Sending_now_waits_for_what_is_already_on_its_way()
    {
        var answer = new TaskCompletionSource<DeliveryOutcome>(TaskCreationOptions.RunContinuationsAsynchronously);
        var begun = new TaskCompletionSource();
        _sending.Receiver = row =>
        {
            begun.TrySetResult();
            return row.Key == "1" ? answer.Task : Task.FromResult(DeliveryOutcome.Delivered);
        };
        await _sending.WriteAsync(("a", "1"), ("a", "2"), ("b", "3"));
        var dispatcher = _sending.Dispatcher();
        var first = dispatcher.DeliverNowAsync(OutboxKinds.Webhook, "a");
        await begun.Task.WaitAsync(Deadline);
        var second = dispatcher.DeliverNowAsync(OutboxKinds.Webhook, "a");
        Assert.False(second.IsCompleted);

        answer.SetResult(DeliveryOutcome.Delivered);
        await Task.WhenAll(first, second).WaitAsync(Deadline);

        Assert.Equal(["1", "2"], _sending.Received);
    }

    [SkippableFact]
    public async Task A_running_dispatcher_sends_what_is_written_meanwhile_and_ends_when_told()
    {
        using var stop = new CancellationTokenSource();
        var signal = new OutboxSignal();
        var running = _sending.Dispatcher(signal).RunAsync(stop.Token);

        await _sending.WriteAsync(("a", "1"));
        signal.Raise();
        await UntilAsync(() => _sending.Received.Count == 1);

        await stop.CancelAsync();
        await running.WaitAsync(Deadline);
    }

    [SkippableFact]
    public async Task A_thousand_messages_with_failures_at_random_all_arrive_once()
    {
        const int Messages = 1000;
        // The same failures on every run: by what is sent and which try it is.
        _sending.Receiver = row => Task.FromResult(new Random((int.Parse(row.Key, CultureInfo.InvariantCulture) * 31) + row.Attempts).Next(4) == 0
            ? DeliveryOutcome.TryAgain("unlucky")
            : DeliveryOutcome.Delivered);
        await _sending.WriteAsync([.. Enumerable.Range(0, Messages).Select(n => ("t" + (n % 50), n.ToString(CultureInfo.InvariantCulture)))]);

        await DrainAllAsync(_sending.Dispatcher());

        Assert.Equal(Messages, _sending.Received.Distinct().Count());
        Assert.Equal(Messages, _sending.Received.Count);
    }

    // Lets the waits pass until nothing is left to wait for.
    private async Task DrainAllAsync(Dispatcher dispatcher)
    {
        while (true)
        {
            await dispatcher.DrainAsync();
            var waiting = (await _sending.RowsAsync()).Where(r => r is { DoneAt: null, GivenUpAt: null }).ToList();
            if (waiting.Count == 0)
            {
                return;
            }
            var next = waiting.GroupBy(r => r.Target).Min(t => t.First().NotBefore) - _sending.Time.GetUtcNow();
            _sending.Time.Advance(next > Retry.First ? next : Retry.First);
        }
    }

    private async Task UntilAllDoneAsync(Dispatcher dispatcher)
    {
        while ((await _sending.RowsAsync()).Any(r => r.DoneAt is null))
        {
            await dispatcher.DrainAsync();
        }
    }

    private static async Task UntilAsync(Func<bool> condition)
    {
        using var deadline = new CancellationTokenSource(Deadline);
        while (!condition())
        {
            await Task.Delay(10, deadline.Token);
        }
    }
}
