using System.Collections.Concurrent;

namespace MedtechBot.Host.Tests.Crash;

/// <summary>One host or two over the same data, killed and started again at random moments.</summary>
internal sealed class HostsUnderFire(IReadOnlyList<HostToKill> hosts, CrashPlan plan) : IDisposable
{
    private const int LongestHesitation = 200;
    private const int LongestLifeInStart = 1_500;
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(5);

    private readonly Random _random = new(plan.Seed);
    private int _answers;
    private int _lostAnswers;

    public int Kills { get; private set; }

    /// <summary>How often a caller reached nobody, or did not hear what became of a request.</summary>
    public int LostAnswers => _lostAnswers;

    /// <summary>All starts after a kill that were let come to their end.</summary>
    public List<HostStart> Starts { get; } = [];

    public IEnumerable<string> Log => hosts.SelectMany(h => h.Log);

    /// <summary>One of the hosts, which may be dead: callers cannot know.</summary>
    public Uri Pick() => hosts[Random.Shared.Next(hosts.Count)].Address;

    public void Answered() => Interlocked.Increment(ref _answers);

    public void NotAnswered() => Interlocked.Increment(ref _lostAnswers);

    public async Task StartAsync()
    {
        // One after the other, since the first makes database and keys.
        foreach (var host in hosts)
        {
            host.Start();
            await host.WaitUntilReadyAsync();
        }
    }

    /// <summary>Kills as often as planned, spread over the work and what is left to deliver after it.</summary>
    /// <param name="answers">How many answers the work takes.</param>
    public async Task FireAsync(Task work, int answers)
    {
        foreach (var moment in Enumerable.Range(0, plan.Kills).Select(_ => _random.Next(answers)).Order().ToList())
        {
            while (_answers < moment && !work.IsCompleted)
            {
                await Task.Delay(BetweenLooks);
            }
            // Not always just after an answer.
            await Task.Delay(_random.Next(LongestHesitation));
            await KillAsync();
        }
    }

    private async Task KillAsync()
    {
        var victims = _random.Next(4) == 0 ? hosts : [hosts[_random.Next(hosts.Count)]];
        Kill(victims);
        if (_random.Next(5) == 0)
        {
            // And once more in the middle of its start.
            Start(victims);
            await Task.Delay(_random.Next(LongestLifeInStart));
            Kill(victims);
        }
        Start(victims);
        Starts.AddRange(await Task.WhenAll(victims.Select(v => v.WaitUntilReadyAsync())));
    }

    private void Kill(IReadOnlyList<HostToKill> victims)
    {
        foreach (var victim in victims)
        {
            victim.Kill();
            Kills++;
        }
    }

    private static void Start(IReadOnlyList<HostToKill> victims)
    {
        foreach (var victim in victims)
        {
            victim.Start();
        }
    }

    public void Dispose()
    {
        foreach (var host in hosts)
        {
            host.Dispose();
        }
    }
}
