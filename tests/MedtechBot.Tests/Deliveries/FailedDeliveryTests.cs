using System.Globalization;
using MedtechBot.Deliveries;
using MedtechBot.Storage;
using MedtechBot.Tests.Storage;

namespace MedtechBot.Tests.Deliveries;

/// <summary>What becomes of messages that do not arrive at the first try.</summary>
public abstract class FailedDeliveryTests : IDisposable
{
    private readonly TemporaryDatabase _database;
    private readonly Sending _sending;

    protected FailedDeliveryTests(DatabaseKind kind)
    {
        _database = new TemporaryDatabase(kind);
        _sending = new Sending(_database);
    }

    public sealed class OnSqlite() : FailedDeliveryTests(DatabaseKind.Sqlite);

    public sealed class OnPostgres() : FailedDeliveryTests(DatabaseKind.Postgres);

    public void Dispose()
    {
        _sending.Dispose();
        _database.Dispose();
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

        await _sending.DrainAllAsync(dispatcher);
        Assert.Equal(["1"], _sending.Received);
    }

    [SkippableFact]
    public async Task What_nobody_takes_is_tried_for_days_and_then_given_up()
    {
        _sending.Receiver = _ => Task.FromResult(DeliveryOutcome.TryAgain("down"));
        await _sending.WriteAsync(("a", "1"));
        var dispatcher = _sending.Dispatcher();
        var written = _sending.Time.GetUtcNow();

        await _sending.DrainAllAsync(dispatcher);

        var row = Assert.Single(await _sending.RowsAsync());
        Assert.InRange(row.GivenUpAt!.Value - written, Retry.GiveUpAfter, Retry.GiveUpAfter + (Retry.Longest * 2));
        Assert.InRange(row.Attempts, 90, 130);
        Assert.Equal((1, row.Attempts), (_sending.Counted("given_up"), _sending.Counted("failed")));
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

        await _sending.DrainAllAsync(_sending.Dispatcher());

        Assert.Equal(["taken-unheard", "taken-unheard", "turned-away"], _sending.Received.Order());
        Assert.Equal((1, 2), (_sending.Counted("repeated"), _sending.Counted("delivered")));
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

        await _sending.DrainAllAsync(_sending.Dispatcher());

        Assert.Equal(Messages, _sending.Received.Distinct().Count());
        Assert.Equal(Messages, _sending.Received.Count);
    }
}
