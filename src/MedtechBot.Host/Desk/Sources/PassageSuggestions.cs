using MedtechBot.Knowledge;

namespace MedtechBot.Host.Desk.Sources;

/// <summary>A passage that may help, and what could be quoted of it.</summary>
public sealed record SuggestedPassage(Passage Passage, IReadOnlyList<string> Quotes);

/// <summary>Passages for whoever writes a reply. Proposals only: a person chooses what is cited.</summary>
internal static class PassageSuggestions
{
    public const int LongestQuery = 400;

    private const int MostPassages = 5;
    private const int MostQuotes = 2;

    public static IReadOnlyList<SuggestedPassage> For(string query, KnowledgeSnapshot knowledge, int most = MostPassages)
    {
        query = query.Length <= LongestQuery ? query : query[..LongestQuery];
        return string.IsNullOrWhiteSpace(query) ? []
            : [.. knowledge.Search.Search(query, most).Select(hit => Of(hit.Passage, query))];
    }

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
