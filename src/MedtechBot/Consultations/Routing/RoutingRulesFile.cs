using System.Globalization;
using MedtechBot.Knowledge.Reading;

namespace MedtechBot.Consultations.Routing;

/// <summary>Reads the rules of triage. Reads on after a problem, so that everything wrong is named at once.</summary>
internal static class RoutingRulesFile
{
    public const string Name = KnowledgeFiles.DeskFolder + "/routing.yaml";

    private const int MostPromisedDays = 30;

    public static RoutingRules Read(YamlMap file)
    {
        file.RejectKeysExcept("promised_days", "desks", "topics", "unlisted_places", "rules");
        var rules = new RoutingRules
        {
            PromisedDays = PromisedDays(file),
            Desks = [.. file.Maps("desks").Select(Desk)],
            Topics = [.. file.Maps("topics").Select(Topic)],
            UnlistedPlaces = [.. file.Maps("unlisted_places").Select(Place)],
            Rules = [.. file.Maps("rules").Select(RoutingRuleReader.Read)],
        };
        RoutingRulesCheck.Run(rules, file);
        return rules;
    }

    private static Dictionary<Urgency, int> PromisedDays(YamlMap file)
    {
        var days = new Dictionary<Urgency, int>();
        if (file.Map("promised_days") is not { } map)
        {
            file.Problems.Error(file.Line, "'promised_days' is missing: say for low, normal, high and urgent how many business days a first reply may take");
            return days;
        }
        var keys = Enum.GetValues<Urgency>().Select(u => (Urgency: u, Key: u.ToString().ToLowerInvariant())).ToList();
        map.RejectKeysExcept(keys.Select(k => k.Key));
        var before = MostPromisedDays;
        foreach (var (urgency, key) in keys)
        {
            if (map.RequiredText(key) is not { } text)
            {
                continue;
            }
            if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var most) || most > before)
            {
                map.Problems.Error(map.LineOf(key), $"'{key}' must be a number of business days from 0 to {before}: what is more urgent is not promised later");
                continue;
            }
            days[urgency] = before = most;
        }
        return days;
    }

    private static RoutingDesk Desk(YamlMap map)
    {
        map.RejectKeysExcept("id", "name", "name_en");
        return new RoutingDesk(Id(map), map.RequiredText("name") ?? "", map.RequiredText("name_en") ?? "");
    }

    private static RoutingTopic Topic(YamlMap map)
    {
        map.RejectKeysExcept("id", "name", "name_en", "desk", "words");
        return new RoutingTopic(Id(map), map.RequiredText("name") ?? "", map.RequiredText("name_en") ?? "", map.RequiredText("desk") ?? "")
        {
            Words = map.Texts("words"),
            Line = map.Line,
        };
    }

    private static UnlistedPlace Place(YamlMap map)
    {
        map.RejectKeysExcept("prefecture", "names", "area");
        return new UnlistedPlace(map.RequiredText("prefecture") ?? "", map.Texts("names"), map.RequiredText("area") ?? "");
    }

    internal static string Id(YamlMap map)
    {
        var id = map.RequiredText("id") ?? "";
        if (id.Length > 0 && !DocumentHead.IsId(id))
        {
            map.Problems.Error(map.LineOf("id"), $"id '{id}' may only hold a-z, 0-9 and single hyphens, at most 80");
        }
        return id;
    }
}
