using System.Globalization;
using System.Text.RegularExpressions;

namespace MedtechBot.Knowledge.Reading;

/// <summary>What the front matter says about a document.</summary>
internal sealed partial record DocumentHead(KnowledgeDocument Document, IReadOnlyDictionary<string, Source> Sources)
{
    public static readonly IReadOnlyList<string> Keys =
        ["id", "title", "title_en", "kind", "topics", "stages", "jurisdictions", "authority", "sources", "as_of", "valid_until", "reviewed"];

    /// <summary>Instead of the day of its review: nobody has finished the document yet.</summary>
    public const string Draft = "draft";

    private static readonly HashSet<string> KnownTopics = ["regulatory", "ip", "clinical", "reimbursement", "funding", "overseas", "ecosystem"];

    /// <summary>Reads on after a problem, so that everything wrong is named at once; what is missing gets a stand-in.</summary>
    public static DocumentHead Read(string file, YamlMap map)
    {
        var problems = map.Problems;
        if (map.Text("reviewed") == Draft)
        {
            problems.Error(map.LineOf("reviewed"), "is a draft: finish it as README.md says, then set reviewed to the day it was checked");
        }
        var id = map.RequiredText("id") ?? "";
        if (id.Length > 0 && !IsId(id))
        {
            problems.Error(map.LineOf("id"), $"id '{id}' may only hold a-z, 0-9 and single hyphens, at most 80");
            id = "";
        }
        var kind = Word<DocumentKind>(map, "kind", required: true);
        var authority = Word<Authority>(map, "authority", required: true);
        if (kind == DocumentKind.CaseStudy && authority is Authority.Law or Authority.Authority)
        {
            problems.Error(map.LineOf("authority"), "a case study is experience, never a rule: its authority cannot be law or authority");
        }
        var sources = ReadSources(map);
        return new DocumentHead(new KnowledgeDocument
        {
            Id = id,
            Title = map.RequiredText("title") ?? "",
            TitleEn = map.Text("title_en"),
            Kind = kind,
            Authority = authority,
            Topics = ReadTopics(map),
            Stages = ReadStages(map),
            Jurisdictions = ReadJurisdictions(map),
            Sources = [.. sources.Values],
            AsOf = Date(map, "as_of", required: true) ?? default,
            ValidUntil = LastDay(map),
            Reviewed = map.Text("reviewed") == Draft ? default : Date(map, "reviewed", required: true) ?? default,
            File = file,
            Passages = [],
        }, sources);
    }

    public static bool IsId(string text) => text.Length <= 80 && Id().IsMatch(text);

    /// <param name="expand">Fills in what a value takes from a table's row.</param>
    public static IReadOnlyList<string> ReadTopics(YamlMap map, Func<string, string>? expand = null)
    {
        IReadOnlyList<string> topics = [.. map.Texts("topics").Select(expand ?? (t => t))];
        foreach (var topic in topics.Where(t => !KnownTopics.Contains(t)))
        {
            map.Problems.Error(map.LineOf("topics"), $"unknown topic '{topic}' (one of: {string.Join(' ', KnownTopics)})");
        }
        return topics;
    }

    public static IReadOnlyList<int> ReadStages(YamlMap map)
    {
        var stages = new List<int>();
        foreach (var text in map.Texts("stages"))
        {
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var stage) && stage is >= 1 and <= 8)
            {
                stages.Add(stage);
            }
            else
            {
                map.Problems.Error(map.LineOf("stages"), $"stage '{text}' is not one of 1-8");
            }
        }
        return stages;
    }

    /// <param name="expand">Fills in what a value takes from a table's row.</param>
    public static IReadOnlyList<string> ReadJurisdictions(YamlMap map, Func<string, string>? expand = null)
    {
        IReadOnlyList<string> jurisdictions = [.. map.Texts("jurisdictions").Select(expand ?? (t => t))];
        foreach (var jurisdiction in jurisdictions.Where(j => !Jurisdiction().IsMatch(j)))
        {
            map.Problems.Error(map.LineOf("jurisdictions"), $"jurisdiction '{jurisdiction}' is not two capital letters or GLOBAL");
        }
        return jurisdictions;
    }

    /// <summary>Reads an enum written in lower case with hyphens.</summary>
    public static T Word<T>(YamlMap map, string key, bool required, string? text = null) where T : struct, Enum
    {
        text ??= required ? map.RequiredText(key) : map.Text(key);
        // A value from a table's row may be left empty.
        if (string.IsNullOrEmpty(text))
        {
            return default;
        }
        foreach (var value in Enum.GetValues<T>())
        {
            if (Hyphenated(value) == text)
            {
                return value;
            }
        }
        map.Problems.Error(map.LineOf(key), $"unknown {key} '{text}' (one of: {string.Join(' ', Enum.GetValues<T>().Select(Hyphenated))})");
        return default;
    }

    public static PartialDate? Date(YamlMap map, string key, bool required, string? text = null)
    {
        text ??= required ? map.RequiredText(key) : map.Text(key);
        if (text is null)
        {
            return null;
        }
        if (PartialDate.TryParse(text, out var date))
        {
            return date;
        }
        map.Problems.Error(map.LineOf(key), $"{key} '{text}' is not YYYY, YYYY-MM or YYYY-MM-DD");
        return null;
    }

    public static DateOnly? LastDay(YamlMap map)
    {
        if (map.Text("valid_until") is not { } text)
        {
            return null;
        }
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }
        map.Problems.Error(map.LineOf("valid_until"), $"valid_until '{text}' is not YYYY-MM-DD");
        return null;
    }

    private static Dictionary<string, Source> ReadSources(YamlMap map)
    {
        var sources = new Dictionary<string, Source>(StringComparer.Ordinal);
        foreach (var item in map.Maps("sources"))
        {
            item.RejectKeysExcept("id", "title", "publisher", "date", "url");
            var id = item.RequiredText("id") ?? "";
            var url = item.RequiredText("url");
            if (url is not (null or "unknown") && !LinkCheck.IsWebAddress(url))
            {
                item.Problems.Error(item.LineOf("url"), $"url '{url}' is neither an http(s) address nor the word unknown");
            }
            var source = new Source(id, item.RequiredText("title") ?? "", item.RequiredText("publisher") ?? "",
                Date(item, "date", required: true) ?? default, url == "unknown" ? null : url);
            if (id.Length > 0 && !IsId(id))
            {
                item.Problems.Error(item.LineOf("id"), $"source id '{id}' may only hold a-z, 0-9 and single hyphens");
            }
            if (!sources.TryAdd(id, source))
            {
                item.Problems.Error(item.LineOf("id"), $"source id '{id}' is used twice");
            }
        }
        if (sources.Count == 0)
        {
            map.Problems.Error(map.LineOf("sources"), "'sources' is missing: every document names what it rests on");
        }
        return sources;
    }

    private static string Hyphenated<T>(T value) where T : struct, Enum => Capital().Replace(value.ToString(), m => (m.Index > 0 ? "-" : "") + m.Value.ToLowerInvariant());

    [GeneratedRegex("[A-Z]")]
    private static partial Regex Capital();

    [GeneratedRegex(@"\A[a-z0-9]+(-[a-z0-9]+)*\z")]
    private static partial Regex Id();

    [GeneratedRegex(@"\A([A-Z]{2}|GLOBAL)\z")]
    private static partial Regex Jurisdiction();
}
