namespace MedtechBot.Knowledge;

/// <summary>Ranks passages by the character bigrams they share with the question.</summary>
public sealed class PassageSearch(IReadOnlyList<Passage> passages) : IPassageSearch
{
    public IReadOnlyList<PassageHit> Search(string question, int limit)
    {
        var wanted = Bigrams(question).ToHashSet();
        return [.. passages
            .Select(p => new PassageHit(p, Bigrams(p.Heading + p.Text).Distinct().Count(wanted.Contains)))
            .Where(h => h.Score > 0)
            .OrderByDescending(h => h.Score).ThenBy(h => h.Passage.Id.Value, StringComparer.Ordinal)
            .Take(limit)];
    }

    private static IEnumerable<string> Bigrams(string text)
    {
        for (var i = 0; i + 1 < text.Length; i++)
        {
            yield return text.Substring(i, 2);
        }
    }
}
