namespace MedtechBot.Benchmarks.Load;

/// <summary>How many people come at once, for how long and how quickly they act.</summary>
internal sealed record LoadPlan
{
    public int Coordinators { get; init; } = 50;
    public int Askers { get; init; } = 500;
    public TimeSpan Duration { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Tickets that were filed before anybody is measured; nobody's desk begins empty.</summary>
    public int StandingTickets { get; init; } = 200;

    /// <summary>An asker reads, thinks and writes: something every so often.</summary>
    public (TimeSpan Least, TimeSpan Most) AskerPause { get; init; } = (TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(30));

    public (TimeSpan Least, TimeSpan Most) CoordinatorPause { get; init; } = (TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(6));

    /// <summary>Whether the end waits for what askers are told half a minute after a ticket was closed.</summary>
    public bool WaitsForClosings { get; init; } = true;

    /// <summary>Goes on past <see cref="Duration"/> until this holds: on a busy machine little happens in a few seconds.</summary>
    public Func<Tally, bool> IsEnough { get; init; } = _ => true;

    /// <summary>What askers ask.</summary>
    public required IReadOnlyList<string> Questions { get; init; }

    /// <summary>Everybody so many times as quick as people are; for looking for faults, not for times.</summary>
    public LoadPlan Hurried(int times) => this with
    {
        AskerPause = (AskerPause.Least / times, AskerPause.Most / times),
        CoordinatorPause = (CoordinatorPause.Least / times, CoordinatorPause.Most / times),
    };

    public static TimeSpan Some((TimeSpan Least, TimeSpan Most) pause, Random random) =>
        pause.Least + ((pause.Most - pause.Least) * random.NextDouble());
}
