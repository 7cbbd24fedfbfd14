using System.Collections.Concurrent;

namespace MedtechBot.Host.People;

/// <summary>How often something may be tried: so many times at once, and then one more each interval. Kept in this process alone.</summary>
/// <param name="most">Tries that may follow on each other.</param>
/// <param name="interval">After this long one more is allowed.</param>
internal sealed class AttemptBudget(int most, TimeSpan interval, TimeProvider time)
{
    private const int MostKeys = 20_000;

    private readonly ConcurrentDictionary<string, Spent> _spent = new(StringComparer.Ordinal);

    /// <summary>Takes one try; false when none is left.</summary>
    public bool TrySpend(string key)
    {
        var now = time.GetUtcNow();
        Forget(now);
        var allowed = false;
        _spent.AddOrUpdate(key, _ => Spend(new Spent(0, now)), (_, spent) => Spend(spent));
        return allowed;

        // Runs again when another request was faster; the last run counts.
        Spent Spend(Spent spent)
        {
            var open = Left(spent, now);
            allowed = open <= most - 1;
            return new Spent(allowed ? open + 1 : open, now);
        }
    }

    /// <summary>Gives the try back: it was no attempt.</summary>
    public void Refund(string key)
    {
        var now = time.GetUtcNow();
        _spent.AddOrUpdate(key, _ => new Spent(0, now), (_, spent) => new Spent(Math.Max(0, Left(spent, now) - 1), now));
    }

    // What was spent and has not grown back.
    private double Left(Spent spent, DateTimeOffset now) => Math.Max(0, spent.Tries - ((now - spent.At) / interval));

    private void Forget(DateTimeOffset now)
    {
        if (_spent.Count < MostKeys)
        {
            return;
        }
        foreach (var (key, spent) in _spent)
        {
            if (Left(spent, now) <= 0)
            {
                _spent.TryRemove(new(key, spent));
            }
        }
    }

    private readonly record struct Spent(double Tries, DateTimeOffset At);
}
