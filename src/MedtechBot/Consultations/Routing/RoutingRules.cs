namespace MedtechBot.Consultations.Routing;

/// <summary>The rules of triage, as the coordinators wrote them in <c>desk/routing.yaml</c> of the knowledge folder.</summary>
public sealed record RoutingRules
{
    /// <summary>What a matter may be about, for forms and lists; the last one is for everything else.</summary>
    public required IReadOnlyList<RoutingTopic> Topics { get; init; }

    public required IReadOnlyList<RoutingDesk> Desks { get; init; }

    /// <summary>Business days within which a first reply is promised.</summary>
    public required IReadOnlyDictionary<Urgency, int> PromisedDays { get; init; }

    /// <summary>Where nothing was written down: one desk has everything.</summary>
    public static RoutingRules Fallback { get; } = new()
    {
        Topics = [new RoutingTopic("other", "その他", "Other", "general")],
        Desks = [new RoutingDesk("general", "総合窓口", "General desk")],
        PromisedDays = new Dictionary<Urgency, int> { [Urgency.Low] = 5, [Urgency.Normal] = 3, [Urgency.High] = 2, [Urgency.Urgent] = 1 },
    };
}

/// <param name="Desk">The part of the desk that has it.</param>
public sealed record RoutingTopic(string Id, string Name, string NameEn, string Desk);

/// <summary>A part of the desk.</summary>
public sealed record RoutingDesk(string Id, string Name, string NameEn);
