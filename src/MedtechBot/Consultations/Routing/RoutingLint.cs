using MedtechBot.Knowledge;
using MedtechBot.Knowledge.Reading;

namespace MedtechBot.Consultations.Routing;

/// <summary>Checks that what the rules of triage name stands in the knowledge's directories.</summary>
internal static class RoutingLint
{
    public static IReadOnlyList<KnowledgeProblem> Check(RoutingRules rules, IReadOnlyList<KnowledgeDocument> documents)
    {
        var problems = new FileProblems(RoutingRulesFile.Name);
        var rows = documents.SelectMany(d => d.Passages).Where(p => p.Finder != FinderTable.None).ToLookup(p => p.Finder, p => p.Rows);
        var doors = Rows(FinderTable.Desks).Select(r => r["id"]).ToHashSet(StringComparer.Ordinal);
        var fields = Rows(FinderTable.Experts).SelectMany(r => r.Values.Where(v => v.Value == "yes").Select(v => v.Key)).ToHashSet(StringComparer.Ordinal);
        var areas = Rows(FinderTable.OrganisationsOfRegion).SelectMany(r => r.List("areas")).ToHashSet(StringComparer.Ordinal);
        var prefectures = Rows(FinderTable.OrganisationsOfPrefecture).Select(r => r["prefecture"]).ToHashSet(StringComparer.Ordinal);
        var places = areas.Concat(prefectures).Concat(rules.UnlistedPlaces.Select(p => p.Prefecture)).ToHashSet(StringComparer.Ordinal);
        foreach (var rule in rules.Rules)
        {
            RoutingRulesCheck.Unknown(rule.Then.Doors, doors, "door", rule.Line, problems);
            RoutingRulesCheck.Unknown(rule.Then.Experts, fields, "field of experts", rule.Line, problems);
            RoutingRulesCheck.Unknown(rule.When.Places, places, "place", rule.Line, problems);
        }
        foreach (var place in rules.UnlistedPlaces)
        {
            RoutingRulesCheck.Unknown([place.Area], areas, "area", 0, problems);
            if (prefectures.Contains(place.Prefecture))
            {
                problems.Warning(0, $"{place.Prefecture} stands in the directory of organisations now: take it out of 'unlisted_places'");
            }
        }
        foreach (var topic in rules.Topics.SkipLast(1).Where(t => !LeadsToDoor(t, rules)))
        {
            problems.Warning(topic.Line, $"no rule proposes a desk elsewhere for the topic '{topic.Id}'");
        }
        return problems.All;

        IEnumerable<PassageRow> Rows(FinderTable table) => rows[table].SelectMany(r => r);
    }

    private static bool LeadsToDoor(RoutingTopic topic, RoutingRules rules) =>
        rules.Rules.Any(r => r.Then.Doors.Count > 0 && (r.When.Topics.Contains(topic.Id) || r.Then.Main == topic.Id || r.Then.Topics.Contains(topic.Id)));
}
