namespace MedtechBot.Consultations.Promises;

/// <summary>Where a promise stands at a moment.</summary>
/// <param name="Due">The promised day; while paused, what it would be if the asker answered now.</param>
/// <param name="DueAt">When that day's business ends.</param>
/// <param name="IsApproximate">The holidays of that time are not known yet: say 目安.</param>
public sealed record PromiseStanding(DateOnly Due, DateTimeOffset DueAt, PromiseState State, bool IsApproximate)
{
    /// <summary>What is to be done about it, in the order of time; those whose time has come are due. Empty while paused and once settled.</summary>
    public IReadOnlyList<PromiseStep> Steps { get; init; } = [];

    /// <summary>The next moment something is to be done; null when nothing will be.</summary>
    public DateTimeOffset? NextAfter(DateTimeOffset now) => Steps.Where(s => s.At > now).Select(s => (DateTimeOffset?)s.At).Min();

    public IEnumerable<PromiseStep> DueBy(DateTimeOffset now) => Steps.Where(s => s.At <= now);
}

public enum PromiseState { OnTime, DueSoon, Overdue, Paused, Kept, Broken }

public enum PromiseAction { Remind, Escalate, FlagStale, Reassign }

/// <param name="For">The day it is about: a day that has moved asks for the step anew.</param>
public sealed record PromiseStep(PromiseAction Action, DateOnly For, DateTimeOffset At)
{
    /// <summary>Names the step, so that it is done once.</summary>
    public string Key => $"{Action}:{For:yyyy-MM-dd}";
}
