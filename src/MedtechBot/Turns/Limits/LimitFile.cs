using MedtechBot.Answers;
using MedtechBot.Knowledge.Reading;

namespace MedtechBot.Turns.Limits;

/// <summary>Reads limits from their YAML (README.md beside tells the format).</summary>
internal static class LimitFile
{
    private static readonly string[] Languages = ["japanese", "english", "other"];

    private static readonly string[] Keys =
        ["name", "outcome", "reason", "reply", "reply_en", "general", "withhold", "even_in_disguise", .. Languages, "except", "caught", "passes"];

    public static IReadOnlyList<Limit> Read(string yaml, FileProblems problems)
    {
        if (YamlMap.Parse(yaml, 0, problems) is not { } file)
        {
            return [];
        }
        file.RejectKeysExcept("words", "limits");
        var words = file.Maps("words").Select(w => (Name: w.RequiredText("name") ?? "", Words: string.Join('|', w.Texts("any")))).ToList();
        var readings = LimitBook.Readings;
        return [.. file.Maps("limits").Select(map => Limit(map, words, readings))];
    }

    public static IReadOnlyList<(string Word, string Reading)> ReadReadings(string text) =>
        [.. text.Split('\n').Where(l => l.Contains('\t') && !l.StartsWith('#')).Select(l => l.Split('\t')).Select(c => (MatchText.Fold(c[0]), MatchText.Fold(c[1])))];

    private static Limit Limit(YamlMap map, IReadOnlyList<(string Name, string Words)> words, Readings readings)
    {
        map.RejectKeysExcept(Keys);
        var outcome = OneOf<LimitOutcome>(map, "outcome") ?? LimitOutcome.Decline;
        var reason = map.Has("reason") ? OneOf<EscalationReason>(map, "reason") : null;
        if (outcome == LimitOutcome.Person != reason is not null)
        {
            map.Problems.Error(map.Line, "a person needs a reason, and nothing else has one");
        }
        return new Limit
        {
            Name = map.RequiredText("name") ?? "",
            Outcome = outcome,
            Reason = reason,
            Reply = map.RequiredText("reply") ?? "",
            ReplyEn = map.RequiredText("reply_en") ?? "",
            General = map.Text("general"),
            Withholds = map.Text("withhold") == "true",
            EvenInDisguise = map.Text("even_in_disguise") == "true",
            Patterns = [.. Languages.SelectMany(l => Patterns(map, l))],
            Exceptions = [.. Patterns(map, "except")],
            Caught = map.Texts("caught"),
            Passes = map.Texts("passes"),
        };

        IEnumerable<PhrasePattern> Patterns(YamlMap from, string key)
        {
            foreach (var notation in from.Texts(key))
            {
                var full = words.Aggregate(notation, (n, w) => n.Replace("{" + w.Name + "}", w.Words, StringComparison.Ordinal));
                PhrasePattern? pattern = null;
                try
                {
                    pattern = full.Contains('{') ? throw new FormatException("a group of words is not known") : PhrasePattern.Parse(full, readings);
                }
                catch (FormatException failure)
                {
                    from.Problems.Error(from.LineOf(key), $"pattern '{notation}': {failure.Message}");
                }
                if (pattern is not null)
                {
                    yield return pattern;
                }
            }
        }
    }

    private static T? OneOf<T>(YamlMap map, string key)
        where T : struct, Enum
    {
        if (map.RequiredText(key) is not { } text)
        {
            return null;
        }
        if (Enum.TryParse<T>(text.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var value))
        {
            return value;
        }
        map.Problems.Error(map.LineOf(key), $"'{key}' is none of: {string.Join(' ', Enum.GetNames<T>())}");
        return null;
    }
}
