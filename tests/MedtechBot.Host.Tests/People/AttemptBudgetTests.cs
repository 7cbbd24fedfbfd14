using MedtechBot.Host.People;

namespace MedtechBot.Host.Tests.People;

public sealed class AttemptBudgetTests
{
    private readonly Clock _clock = new();
    private readonly AttemptBudget _budget;

    public AttemptBudgetTests() => _budget = new AttemptBudget(3, TimeSpan.FromSeconds(30), _clock);

    [Fact]
    public void After_some_tries_one_more_is_allowed_each_interval()
    {
        Assert.Equal([true, true, true, false, false], Enumerable.Range(0, 5).Select(_ => _budget.TrySpend("佐藤")));
        _clock.Now += TimeSpan.FromSeconds(30);
        Assert.Equal([true, false], Enumerable.Range(0, 2).Select(_ => _budget.TrySpend("佐藤")));
        _clock.Now += TimeSpan.FromHours(1);
        Assert.Equal([true, true, true, false], Enumerable.Range(0, 4).Select(_ => _budget.TrySpend("佐藤")));
    }

    [Fact]
    public void What_is_given_back_and_what_others_do_costs_nothing()
    {
        for (var n = 0; n < 10; n++)
        {
            Assert.True(_budget.TrySpend("佐藤"));
            _budget.Refund("佐藤");
            _budget.TrySpend("鈴木");
        }
    }

    [Fact]
    public async Task Many_tries_at_once_are_counted_one_by_one()
    {
        var allowed = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => _budget.TrySpend("佐藤"))));
        Assert.Equal(3, allowed.Count(a => a));
    }

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = DateTimeOffset.UnixEpoch;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
