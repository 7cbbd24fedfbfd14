using System.Globalization;
using MedtechBot.Knowledge.Reading;

namespace MedtechBot.Consultations.Routing;

/// <summary>Reads one rule of triage.</summary>
internal static class RoutingRuleReader
{
    private static readonly string[] Conditions =
    [
        "any", "all", "none", "topics", "stages", "jurisdictions", "places", "deadline_within",
        "wants_how", "public_funding", "confidential", "software", "no_door_yet",
    ];

    public static RoutingRule Read(YamlMap map)
    {
        map.RejectKeysExcept("id", "when", "then", "because", "because_en");
        return new RoutingRule
        {
            Id = RoutingRulesFile.Id(map),
            When = Part(map, "when") is { } when ? Condition(when) : new(),
            Then = Part(map, "then") is { } then ? Consequence(then) : new(),
            Because = map.RequiredText("because") ?? "",
            BecauseEn = map.RequiredText("because_en") ?? "",
            Line = map.Line,
        };
    }

    private static RoutingCondition Condition(YamlMap map)
    {
        map.RejectKeysExcept(Conditions);
        var condition = new RoutingCondition
        {
            Any = map.Texts("any"),
            All = [.. map.Texts("all").Select(group => (IReadOnlyList<string>)group.Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))],
            None = map.Texts("none"),
            Topics = map.Texts("topics"),
            Stages = DocumentHead.ReadStages(map),
            Jurisdictions = Jurisdictions(map),
            Places = map.Texts("places"),
            DeadlineWithin = Days(map),
            WantsHow = YesNo(map, "wants_how"),
            HasPublicFunding = YesNo(map, "public_funding"),
            IsConfidential = YesNo(map, "confidential"),
            IsSoftware = YesNo(map, "software"),
            NoDoorYet = YesNo(map, "no_door_yet") == true,
        };
        if (condition.IsEmpty)
        {
            map.Problems.Error(map.Line, "'when' must say something that holds of some matters only ('none' alone does not)");
        }
        return condition;
    }

    private static RoutingConsequence Consequence(YamlMap map)
    {
        map.RejectKeysExcept("main", "topics", "urgency", "desks", "doors", "experts");
        var consequence = new RoutingConsequence
        {
            Main = map.Text("main"),
            Topics = map.Texts("topics"),
            Urgency = map.Has("urgency") ? DocumentHead.Word<Urgency>(map, "urgency", required: true) : null,
            Desks = map.Texts("desks"),
            Doors = map.Texts("doors"),
            Experts = map.Texts("experts"),
        };
        if (consequence.IsEmpty)
        {
            map.Problems.Error(map.Line, "'then' says nothing: name a topic, an urgency, a desk, a door or a field of experts");
        }
        return consequence;
    }

    private static IReadOnlyList<string> Jurisdictions(YamlMap map)
    {
        var codes = map.Texts("jurisdictions");
        foreach (var code in codes.Where(c => c != Knowledge.Search.Jurisdictions.Unknown && !(c.Length == 2 && c.All(char.IsAsciiLetterUpper))))
        {
            map.Problems.Error(map.LineOf("jurisdictions"), $"jurisdiction '{code}' is not two capital letters or {Knowledge.Search.Jurisdictions.Unknown}");
        }
        return codes;
    }

    private static YamlMap? Part(YamlMap map, string key)
    {
        if (!map.Has(key))
        {
            map.Problems.Error(map.Line, $"'{key}' is missing");
        }
        return map.Map(key);
    }

    private static int? Days(YamlMap map)
    {
        if (map.Text("deadline_within") is not { } text)
        {
            return null;
        }
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is >= 1 and <= 250)
        {
            return days;
        }
        map.Problems.Error(map.LineOf("deadline_within"), $"'deadline_within' {text} is not a number of business days from 1 to 250");
        return null;
    }

    private static bool? YesNo(YamlMap map, string key)
    {
        switch (map.Text(key))
        {
            case null:
                return null;
            case "yes":
                return true;
            case "no":
                return false;
            case var other:
                map.Problems.Error(map.LineOf(key), $"'{key}' is '{other}': write yes or no");
                return null;
        }
    }
}
