using MedtechBot.Deliveries;
using MedtechBot.Tests.Storage;

namespace MedtechBot.Tests.Deliveries;

public sealed class OutboxUpkeepTests : IDisposable
{
    private readonly TemporaryDatabase _database = new();
    private readonly Sending _sending;

    public OutboxUpkeepTests() => _sending = new Sending(_database);

    public void Dispose()
    {
        _sending.Dispose();
        _database.Dispose();
    }

    [Fact]
    public async Task What_is_long_done_is_removed_and_nothing_that_waits()
    {
        await _sending.WriteAsync(("a", "done"));
        await _sending.Dispatcher().DrainAsync();
        _sending.Time.Advance(OutboxUpkeep.KeepDone - TimeSpan.FromDays(1));
        await _sending.WriteAsync(("a", "waits"));

        await _sending.Upkeep().RunAsync();
        Assert.Equal(2, (await _sending.RowsAsync()).Count);

        _sending.Time.Advance(TimeSpan.FromDays(2));
        await _sending.Upkeep().RunAsync();
        Assert.Equal("waits", Assert.Single(await _sending.RowsAsync()).Key);
    }

    [Fact]
    public async Task What_no_configured_way_takes_is_given_up_after_days()
    {
        await _sending.ChangeAsync(c => _sending.Outbox.Add(c, new OutboxMessage("teams", "1", "a", "{}")));
        await _sending.Dispatcher().DrainAsync();
        await _sending.Upkeep().RunAsync();
        Assert.Null(Assert.Single(await _sending.RowsAsync()).GivenUpAt);

        _sending.Time.Advance(Retry.GiveUpAfter);
        await _sending.Upkeep().RunAsync();

        Assert.NotNull(Assert.Single(await _sending.RowsAsync()).GivenUpAt);
        Assert.Equal(1, _sending.Counted("given_up"));
    }
}
