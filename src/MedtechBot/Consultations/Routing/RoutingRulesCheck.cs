using MedtechBot.Knowledge.Reading;

namespace MedtechBot.Consultations.Routing;

/// <summary>Checks that the rules hold together: what they name is there, and every rule can be reached.</summary>
internal static class RoutingRulesCheck
{
    public static void Run(RoutingRules rules, YamlMap file)
    {
        var problems = file.Problems;
        if (rules.Topics.Count == 0 || rules.Desks.Count == 0)
        {
            problems.Error(file.Line, "at least one topic and one desk must be named");
            return;
        }
        FindTwins(rules.Desks.Select(d => (d.Id, file.LineOf("desks"))), "desk", problems);
        FindTwins(rules.Topics.Select(t => (t.Id, t.Line)), "topic", problems);
        FindTwins(rules.Rules.Select(r => (r.Id, r.Line)), "rule", problems);
        var desks = rules.Desks.Select(d => d.Id).ToHashSet(StringComparer.Ordinal);
        var topics = rules.Topics.Select(t => t.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var topic in rules.Topics)
        {
            Unknown([topic.Desk], desks, "desk", topic.Line, problems);
            if (topic != rules.Topics[^1] && topic.Words.Count == 0 && !rules.Rules.Any(r => Gives(r.Then, topic.Id)))
            {
                problems.Error(topic.Line, $"nothing leads to the topic '{topic.Id}': give it words, or a rule that names it");
            }
        }
        foreach (var rule in rules.Rules)
        {
            Unknown(rule.Then.Desks, desks, "desk", rule.Line, problems);
            Unknown([.. rule.When.Topics, .. rule.Then.Topics, .. rule.Then.Main is { } main ? [main] : Array.Empty<string>()], topics, "topic", rule.Line, problems);
        }
        foreach (var idle in desks.Except(rules.Topics.Select(t => t.Desk).Concat(rules.Rules.SelectMany(r => r.Then.Desks))))
        {
            problems.Warning(file.LineOf("desks"), $"nothing is given to the desk '{idle}'");
        }
        FindUnreachable(rules.Rules, problems);
    }

    private static void FindUnreachable(IReadOnlyList<RoutingRule> rules, FileProblems problems)
    {
        foreach (var rule in rules)
        {
            var when = rule.When;
            foreach (var words in when.All.Append(when.Any).Where(words => words.Count > 0 && words.All(w => when.None.Contains(w))))
            {
                problems.Error(rule.Line, $"the rule '{rule.Id}' is never reached: it asks for {string.Join(", ", words.Select(w => $"'{w}'"))} and rules it out");
            }
            if (rules.TakeWhile(r => r != rule).FirstOrDefault(r => IsSame(r.When, when)) is { } twin)
            {
                problems.Error(rule.Line, $"the rule '{rule.Id}' has the conditions of '{twin.Id}' in line {twin.Line}: make them one");
            }
            if (when.NoDoorYet && rules.TakeWhile(r => r != rule).FirstOrDefault(r => r.Then.Doors.Count > 0 && Implies(when, r.When)) is { } before)
            {
                problems.Error(rule.Line, $"the rule '{rule.Id}' is never reached: wherever it holds, '{before.Id}' in line {before.Line} has proposed a door");
            }
        }
    }

    // Whoever meets the first meets the second: only what is plain to see, topics and flags.
    private static bool Implies(RoutingCondition first, RoutingCondition second) =>
        second.Any.Count + second.All.Count + second.None.Count + second.Stages.Count + second.Jurisdictions.Count + second.Places.Count == 0
        && (second.DeadlineWithin, second.WantsHow, second.HasPublicFunding, second.IsConfidential, second.IsSoftware, second.NoDoorYet) == (null, null, null, null, null, false)
        && first.Topics.Count > 0 && first.Topics.All(second.Topics.Contains);

    private static bool IsSame(RoutingCondition a, RoutingCondition b) =>
        a with { Any = b.Any, All = b.All, None = b.None, Topics = b.Topics, Stages = b.Stages, Jurisdictions = b.Jurisdictions, Places = b.Places } == b
        && a.Any.ToHashSet().SetEquals(b.Any) && a.None.ToHashSet().SetEquals(b.None) && a.Topics.ToHashSet().SetEquals(b.Topics)
        && a.Stages.SequenceEqual(b.Stages) && a.Jurisdictions.ToHashSet().SetEquals(b.Jurisdictions) && a.Places.ToHashSet().SetEquals(b.Places)
        && a.All.Select(g => string.Join('|', g)).SequenceEqual(b.All.Select(g => string.Join('|', g)));

    private static bool Gives(RoutingConsequence then, string topic) => then.Main == topic || then.Topics.Contains(topic);

    private static void FindTwins(IEnumerable<(string Id, int Line)> ids, string what, FileProblems problems)
    {
        foreach (var twins in ids.GroupBy(i => i.Id).Where(g => g.Count() > 1))
        {
            problems.Error(twins.Last().Line, $"the {what} '{twins.Key}' is there twice");
        }
    }

    internal static void Unknown(IEnumerable<string> named, IReadOnlySet<string> known, string what, int line, FileProblems problems)
    {
        foreach (var name in named.Where(n => n.Length > 0 && !known.Contains(n)))
        {
            problems.Error(line, $"unknown {what} '{name}' (one of: {string.Join(' ', known)})");
        }
    }
}
