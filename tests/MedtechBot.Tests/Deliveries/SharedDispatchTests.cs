using MedtechBot.Deliveries;
using MedtechBot.Storage;
using MedtechBot.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace MedtechBot.Tests.Deliveries;

/// <summary>Several dispatchers over one database, and what one leaves when it dies.</summary>
public abstract class SharedDispatchTests : IDisposable
{
    private readonly TemporaryDatabase _database;
    private readonly Sending _sending;

    protected SharedDispatchTests(DatabaseKind kind)
    {
        _database = new TemporaryDatabase(kind);
        _sending = new Sending(_database);
    }

    public sealed class OnSqlite() : SharedDispatchTests(DatabaseKind.Sqlite);

    public sealed class OnPostgres() : SharedDispatchTests(DatabaseKind.Postgres);

    public void Dispose()
    {
        _sending.Dispose();
        _database.Dispose();
    }

    [SkippableFact]
    public async Task Dispatchers_over_one_database_send_each_message_once_and_in_order()
    {
        var messages = Enumerable.Range(100, 200).Select(n => ("t" + (n % 10), $"{n % 10}-{n}")).ToArray();
        await _sending.WriteAsync(messages);

        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => _sending.UntilAllDoneAsync(_sending.Dispatcher())))).WaitAsync(Sending.Deadline * 2);

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
        await begun.Task.WaitAsync(Sending.Deadline);

        _sending.Receiver = _ => Task.FromResult(DeliveryOutcome.Delivered);
        await _sending.Dispatcher().DrainAsync();
        Assert.Empty(_sending.Received);

        _sending.Time.Advance(TimeSpan.FromMinutes(2));
        await _sending.Dispatcher().DrainAsync();
        Assert.Equal(["1"], _sending.Received);
        Assert.Equal(1, _sending.Counted("repeated"));
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
        await begun.Task.WaitAsync(Sending.Deadline);
        var second = dispatcher.DeliverNowAsync(OutboxKinds.Webhook, "a");
        Assert.False(second.IsCompleted);

        answer.SetResult(DeliveryOutcome.Delivered);
        await Task.WhenAll(first, second).WaitAsync(Sending.Deadline);

        Assert.Equal(["1", "2"], _sending.Received);
    }
}
