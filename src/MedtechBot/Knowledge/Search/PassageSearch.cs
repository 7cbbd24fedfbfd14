using MedtechBot.Japanese;

namespace MedtechBot.Knowledge.Search;

/// <summary>The product's own search over passages, in memory.</summary>
public sealed class PassageSearch : IPassageSearch
{
    private readonly IReadOnlyList<Passage> _passages;
    private readonly TextIndex _index;

    /// <param name="terms">Of each passage, in the same order.</param>
    internal PassageSearch(IReadOnlyList<Passage> passages, IReadOnlyList<PassageTerms> terms, JapaneseAnalyzer analyzer, Thesaurus thesaurus)
    {
        // Document numbers follow the ids, so that ties are broken by id.
        var ordered = passages.Zip(terms).OrderBy(p => p.First.Id.Value, StringComparer.Ordinal).ToList();
        _passages = [.. ordered.Select(p => p.First)];
        _index = new TextIndex(new SearchTermReader(analyzer), thesaurus, [.. ordered.Select(p => (p.Second.Title(p.First), p.Second.Whole()))]);
    }

    public IReadOnlyList<PassageHit> Search(string question, int limit) =>
        [.. _index.Search(question, limit).Select(hit => new PassageHit(_passages[hit.Document], hit.Score))];
}
