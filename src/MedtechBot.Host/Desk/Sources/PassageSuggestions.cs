using MedtechBot.Knowledge;
using MedtechBot.Knowledge.Search;

namespace MedtechBot.Host.Desk.Sources;

/// <summary>A passage that may help, and what could be quoted of it.</summary>
public sealed record SuggestedPassage(Passage Passage, IReadOnlyList<string> Quotes)
{
    /// <summary>Why it stands where it does; null where nobody asks, or the engine cannot tell.</summary>
    public ExplainedPassage? Why { get; init; }
}

/// <summary>Passages for whoever writes a reply. Proposals only: a person chooses what is cited.</summary>
internal static class PassageSuggestions
{
    public const int LongestQuery = 400;

    private const int MostPassages = 5;
    private const int MostQuotes = 2;

    public static IReadOnlyList<SuggestedPassage> For(string query, KnowledgeSnapshot knowledge, int most = MostPassages)
    {
        query = Cut(query);
        return string.IsNullOrWhiteSpace(query) ? []
            : [.. knowledge.Search.Search(query, most).Select(hit => Of(hit.Passage, query))];
    }

    /// <summary>The same with why each stands where it does.</summary>
    public static IReadOnlyList<SuggestedPassage> WithWhy(string query, KnowledgeSnapshot knowledge)
    {
        var found = For(query, knowledge);
        var why = found.Count == 0 ? null : knowledge.Search.Explain(Cut(query), found.Count);
        return [.. found.Select(f => f with { Why = why?.Passages.FirstOrDefault(p => p.Id == f.Passage.Id) })];
    }

    public static string Cut(string query) => query.Length <= LongestQuery ? query : query[..LongestQuery];

    public static SuggestedPassage Of(Passage passage, string query) => new(passage, Quotes(passage, query));

    // Those that have most in common with what is looked for, in reading order.
    private static IReadOnlyList<string> Quotes(Passage passage, string query)
    {
        var sought = Pairs(query);
        return [.. passage.Units.Select((unit, place) => (unit.Text, Place: place, Shared: Pairs(unit.Text).Count(sought.Contains)))
            .OrderByDescending(u => u.Shared).ThenBy(u => u.Place).Take(MostQuotes).OrderBy(u => u.Place).Select(u => u.Text)];
    }

    private static HashSet<(char, char)> Pairs(string text) =>
        [.. text.Zip(text.Skip(1)).Where(p => char.IsLetterOrDigit(p.First) && char.IsLetterOrDigit(p.Second))];
}
