namespace MedtechBot.Consultations.Routing;

/// <summary>What is known of a matter when it is routed. Only <see cref="Text"/> and <see cref="Today"/> must be given.</summary>
public sealed record RoutingFacts
{
    /// <summary>What the asker wrote: the matter and whatever fields of the form speak of it.</summary>
    public required string Text { get; init; }

    /// <summary>The day it is routed, in Japan.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>The conversation before it, questions and replies; tells less than what the asker wrote to the desk.</summary>
    public IReadOnlyList<string> Turns { get; init; } = [];

    /// <summary>Codes of <see cref="RoutingRules.Topics"/>, as the asker chose.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>The development stage, 1 to 8.</summary>
    public int? Stage { get; init; }

    /// <summary>Target markets as codes (JP, US, EU ...); those that the text names are found in it.</summary>
    public IReadOnlyList<string> Jurisdictions { get; init; } = [];

    /// <summary>As people write it: 福島県, 福島, Fukushima. Null where unknown: then what the text names counts.</summary>
    public string? Prefecture { get; init; }

    /// <summary>As the asker wrote it: 2026年12月10日, 12/10, 来週 ...</summary>
    public string? Deadline { get; init; }

    /// <summary>Companies whose people must not see it.</summary>
    public IReadOnlyList<string> Competitors { get; init; } = [];

    /// <summary>How to do it (paid experts) rather than what to do (free); null where the asker did not say.</summary>
    public bool? WantsHow { get; init; }

    public bool HasPublicFunding { get; init; }

    public bool IsSoftware { get; init; }

    public bool IsConfidential { get; init; }
}
