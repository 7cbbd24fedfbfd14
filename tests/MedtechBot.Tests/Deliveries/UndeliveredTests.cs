using MedtechBot.Deliveries;
using MedtechBot.Storage;
using MedtechBot.Tests.Storage;

namespace MedtechBot.Tests.Deliveries;

public abstract class UndeliveredTests : IDisposable
{
    private const string Number = "C-2026-0001";
    private readonly TemporaryDatabase _database;
    private readonly Sending _sending;
    private readonly Undelivered _undelivered;

    protected UndeliveredTests(DatabaseKind kind)
    {
        _database = new TemporaryDatabase(kind);
        _sending = new Sending(_database);
        _undelivered = new Undelivered(_database, new OutboxSignal(), _sending.Time);
    }

    public sealed class OnSqlite() : UndeliveredTests(DatabaseKind.Sqlite);

    public sealed class OnPostgres() : UndeliveredTests(DatabaseKind.Postgres);

    public void Dispose()
    {
        _sending.Dispose();
        _database.Dispose();
    }

    [SkippableFact]
    public async Task What_was_given_up_is_named_without_what_it_says_and_arrives_once_it_is_sent_again()
    {
        await WriteAsync("a", Number);
        await WriteAsync("b", "C-2026-0002");
        _sending.Receiver = row => Task.FromResult(row.Key == "a" ? DeliveryOutcome.Refused("550") : DeliveryOutcome.Delivered);
        await _sending.Dispatcher().DrainAsync();
        var message = Assert.Single(await _undelivered.ListAsync(Number));
        Assert.Equal(("a", "550", _sending.Time.GetUtcNow()), (message.Key, message.Failure, message.GivenUpAt));
        Assert.Empty(await _undelivered.ListAsync("C-2026-0002"));

        // Long after the last try would have been: it counts as new.
        _sending.Time.Advance(Retry.GiveUpAfter * 2);
        _sending.Receiver = _ => Task.FromResult(DeliveryOutcome.Delivered);
        await _undelivered.SendAgainAsync(Number);
        await _sending.Dispatcher().DrainAsync();

        Assert.Empty(await _undelivered.ListAsync(Number));
        Assert.Equal(["a", "b"], _sending.Received.Order());
    }

    [SkippableFact]
    public async Task What_fails_for_a_moment_is_nobodys_business_and_what_goes_on_failing_is()
    {
        await WriteAsync("a", Number);
        _sending.Receiver = _ => Task.FromResult(DeliveryOutcome.TryAgain("421"));
        await _sending.Dispatcher().DrainAsync();
        Assert.Empty(await _undelivered.ListAsync(Number));

        for (var hour = 0; hour < 10; hour++)
        {
            _sending.Time.Advance(Retry.Longest * 1.2);
            await _sending.Dispatcher().DrainAsync();
        }
        Assert.Null(Assert.Single(await _undelivered.ListAsync(Number)).GivenUpAt);

        await _undelivered.SendAgainAsync(Number);
        await _sending.Dispatcher().DrainAsync();
        Assert.Empty(await _undelivered.ListAsync(Number));
        Assert.Equal(1, Assert.Single(await _sending.RowsAsync()).Attempts);
    }

    private Task WriteAsync(string key, string ticket) =>
        _sending.WriteAsync([new OutboxMessage(OutboxKinds.Webhook, key, "https://hooks.example.jp/" + key, "{}") { Ticket = ticket }]);
}
