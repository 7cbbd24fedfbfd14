namespace MedtechBot.Consultations.Routing;

/// <summary>What triage has found so far, with the reasons.</summary>
internal sealed class TriageFindings(RoutingRules rules)
{
    // Of a long text every topic has some word; those that are hardly told of help nobody.
    private const int MostTopics = 4;
    private const int MostWordsNamed = 3;

    private readonly List<(string Id, RoutingReason Reason)> _main = [];
    private readonly List<(string Id, RoutingReason Reason)> _told = [];
    private readonly List<(string Id, RoutingReason Reason)> _added = [];
    private readonly List<(string Id, RoutingReason Reason)> _desks = [];
    private readonly List<(string Id, RoutingReason Reason)> _doors = [];
    private readonly List<(string Id, RoutingReason Reason)> _experts = [];
    private readonly List<(Urgency Urgency, RoutingReason Reason)> _urgencies = [];

    public IReadOnlyList<(string Id, RoutingReason Reason)> Doors => _doors;

    public IReadOnlyList<(string Id, RoutingReason Reason)> ExpertFields => _experts;

    public Urgency Urgency => _urgencies.Count == 0 ? Urgency.Normal : _urgencies.Max(u => u.Urgency);

    public IReadOnlyList<RoutingReason> UrgencyReasons => _urgencies.Count == 0
        ? [new RoutingReason("normal", "急ぐ理由も、急がない理由も見当たらないため(規則 normal)。", "Nothing says that it is urgent or can wait (rule normal).")]
        : [.. _urgencies.Where(u => u.Urgency == Urgency).Select(u => u.Reason)];

    public bool Has(string topic) => _main.Concat(_told).Concat(_added).Any(t => t.Id == topic);

    public void TakeTopics(Matter matter)
    {
        foreach (var topic in matter.Facts.Topics.Select(rules.Topic).OfType<RoutingTopic>().Distinct())
        {
            _told.Add((topic.Id, new RoutingReason("chosen", $"相談者が「{topic.Name}」を選んだため(規則 chosen)。", $"The asker chose \"{topic.NameEn}\" (rule chosen).")));
        }
        foreach (var (topic, said) in rules.Topics.Select(t => (Topic: t, Said: matter.Said(t.Words))).Where(t => t.Said.Count > 0)
            // Of two with as many words, the one that says it in more: 保険適用 tells more than 承認.
            .OrderByDescending(t => t.Said.Count).ThenByDescending(t => t.Said.Max(w => w.Length)))
        {
            Add(_told, topic.Id, Reason("topic:" + topic.Id, $"{topic.Name}の相談とみられるため", $"It seems to be about {topic.NameEn.ToLowerInvariant()}", said));
        }
    }

    public void Take(RoutingRule rule, IReadOnlyList<string> said)
    {
        var reason = Reason(rule.Id, rule.Because, rule.BecauseEn, said);
        var then = rule.Then;
        if (then.Main is { } main)
        {
            Add(_main, main, reason);
        }
        Add(_added, then.Topics, reason);
        Add(_desks, then.Desks, reason);
        Add(_doors, then.Doors, reason);
        Add(_experts, then.Experts, reason);
        if (then.Urgency is { } urgency)
        {
            _urgencies.Add((urgency, reason));
        }
    }

    public IReadOnlyList<ProposedTopic> Topics()
    {
        var found = _main.Concat(_told).Concat(_added).DistinctBy(t => t.Id).Take(MostTopics)
            .Select(t => (Topic: rules.Topic(t.Id), t.Reason)).Where(t => t.Topic is not null)
            .Select(t => new ProposedTopic(t.Topic!.Id, t.Topic.Name, t.Topic.NameEn, t.Reason)).ToList();
        if (found.Count == 0)
        {
            var other = rules.Topics[^1];
            found.Add(new ProposedTopic(other.Id, other.Name, other.NameEn, new RoutingReason("other",
                "どの分野の語も規則も当てはまらないため(規則 other)。", "No topic's words and no rule apply (rule other).")));
        }
        return found;
    }

    public IReadOnlyList<ProposedDesk> Desks(IReadOnlyList<ProposedTopic> topics) =>
        [.. topics.Select(t => (rules.Topic(t.Id)!.Desk, t.Reason)).Concat(_desks).DistinctBy(d => d.Item1)
            .Select(d => (Desk: rules.Desks.FirstOrDefault(desk => desk.Id == d.Item1), d.Reason)).Where(d => d.Desk is not null)
            .Select(d => new ProposedDesk(d.Desk!.Id, d.Desk.Name, d.Desk.NameEn, d.Reason))];

    private static void Add(List<(string Id, RoutingReason Reason)> list, string id, RoutingReason reason)
    {
        if (!list.Exists(e => e.Id == id))
        {
            list.Add((id, reason));
        }
    }

    private static void Add(List<(string Id, RoutingReason Reason)> list, IEnumerable<string> ids, RoutingReason reason)
    {
        foreach (var id in ids)
        {
            Add(list, id, reason);
        }
    }

    private static RoutingReason Reason(string rule, string because, string becauseEn, IReadOnlyList<string> said)
    {
        var words = said.Distinct().Take(MostWordsNamed).ToList();
        return new RoutingReason(rule,
            $"{because.TrimEnd('。')}(規則 {rule}{(words.Count == 0 ? "" : ": " + string.Concat(words.Select(w => $"「{w}」")))})。",
            $"{becauseEn.TrimEnd('.')} (rule {rule}{(words.Count == 0 ? "" : ": " + string.Join(", ", words))}).");
    }
}
