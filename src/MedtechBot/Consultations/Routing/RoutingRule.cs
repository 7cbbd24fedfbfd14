namespace MedtechBot.Consultations.Routing;

/// <summary>One rule: when all of its conditions hold, what it says is proposed, for its reason.</summary>
public sealed record RoutingRule
{
    public required string Id { get; init; }

    public required RoutingCondition When { get; init; }

    public required RoutingConsequence Then { get; init; }

    public required string Because { get; init; }

    public required string BecauseEn { get; init; }

    internal int Line { get; init; }
}

/// <summary>What is left out does not matter; what is given must hold together.</summary>
public sealed record RoutingCondition
{
    /// <summary>One of these words is said.</summary>
    public IReadOnlyList<string> Any { get; init; } = [];

    /// <summary>Of each of these groups, one word is said.</summary>
    public IReadOnlyList<IReadOnlyList<string>> All { get; init; } = [];

    /// <summary>None of these words is said.</summary>
    public IReadOnlyList<string> None { get; init; } = [];

    /// <summary>One of these topics was chosen, or found by words or by a rule before this one.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    public IReadOnlyList<int> Stages { get; init; } = [];

    public IReadOnlyList<string> Jurisdictions { get; init; } = [];

    /// <summary>Prefectures or areas, as the directory of organisations writes them.</summary>
    public IReadOnlyList<string> Places { get; init; } = [];

    /// <summary>The deadline is at most so many business days away.</summary>
    public int? DeadlineWithin { get; init; }

    public bool? WantsHow { get; init; }

    public bool? HasPublicFunding { get; init; }

    public bool? IsConfidential { get; init; }

    public bool? IsSoftware { get; init; }

    /// <summary>No rule before this one has proposed a desk elsewhere.</summary>
    public bool NoDoorYet { get; init; }

    internal IEnumerable<string> Words => Any.Concat(All.SelectMany(w => w)).Concat(None);

    internal bool IsEmpty => Any.Count + All.Count + Topics.Count + Stages.Count + Jurisdictions.Count + Places.Count == 0
        && (DeadlineWithin, WantsHow, HasPublicFunding, IsConfidential, IsSoftware, NoDoorYet) == (null, null, null, null, null, false);
}

public sealed record RoutingConsequence
{
    /// <summary>The topic that goes before all that words tell of.</summary>
    public string? Main { get; init; }

    public IReadOnlyList<string> Topics { get; init; } = [];

    public Urgency? Urgency { get; init; }

    public IReadOnlyList<string> Desks { get; init; } = [];

    /// <summary>Rows of the directory of desks, by their ids.</summary>
    public IReadOnlyList<string> Doors { get; init; } = [];

    /// <summary>Fields of the directory of experts, by the columns that say yes.</summary>
    public IReadOnlyList<string> Experts { get; init; } = [];

    internal bool IsEmpty => Main is null && Urgency is null && Topics.Count + Desks.Count + Doors.Count + Experts.Count == 0;
}
