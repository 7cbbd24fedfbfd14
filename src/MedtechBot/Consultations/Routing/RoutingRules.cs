namespace MedtechBot.Consultations.Routing;

/// <summary>The rules of triage, as the coordinators wrote them in <c>desk/routing.yaml</c> of the knowledge folder, which tells the format.</summary>
public sealed record RoutingRules
{
    /// <summary>What a matter may be about, for forms and lists; the last one is for everything else.</summary>
    public required IReadOnlyList<RoutingTopic> Topics { get; init; }

    public required IReadOnlyList<RoutingDesk> Desks { get; init; }

    /// <summary>Business days within which a first reply is promised.</summary>
    public required IReadOnlyDictionary<Urgency, int> PromisedDays { get; init; }

    /// <summary>Places whose organisations the directory does not list, with the area that is looked at instead.</summary>
    public IReadOnlyList<UnlistedPlace> UnlistedPlaces { get; init; } = [];

    /// <summary>In the order they are read.</summary>
    public IReadOnlyList<RoutingRule> Rules { get; init; } = [];

    public RoutingTopic? Topic(string id) => Topics.FirstOrDefault(t => t.Id == id);

    /// <summary>What topics are called at the desk, by their codes.</summary>
    public IReadOnlyDictionary<string, string> TopicNames => Topics.ToDictionary(t => t.Id, t => t.Name);

    /// <summary>The code of a topic that may be said by its name, as older versions kept it; what is no topic of these rules stays as it is.</summary>
    public string CodeOf(string topic) => (Topic(topic) ?? Topics.FirstOrDefault(t => t.Name == topic || t.NameEn == topic))?.Id ?? topic;

    /// <summary>Where nothing was written down: one desk has everything.</summary>
    public static RoutingRules Fallback { get; } = new()
    {
        Topics = [new RoutingTopic("other", "その他", "Other", "general")],
        Desks = [new RoutingDesk("general", "総合窓口", "General desk")],
        PromisedDays = new Dictionary<Urgency, int> { [Urgency.Low] = 5, [Urgency.Normal] = 3, [Urgency.High] = 2, [Urgency.Urgent] = 1 },
    };
}

/// <param name="Desk">The part of the desk that has it.</param>
public sealed record RoutingTopic(string Id, string Name, string NameEn, string Desk)
{
    /// <summary>Words that tell of it, in Japanese and English.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    internal int Line { get; init; }
}

/// <summary>A part of the desk.</summary>
public sealed record RoutingDesk(string Id, string Name, string NameEn);

/// <param name="Names">Every way people write it.</param>
/// <param name="Area">As the directory of organisations writes it.</param>
public sealed record UnlistedPlace(string Prefecture, IReadOnlyList<string> Names, string Area);
