using MedtechBot.Japanese;

namespace MedtechBot.Knowledge.Search;

/// <summary>The product's own search over passages.</summary>
public sealed class PassageSearch : IPassageSearch
{
    private readonly IReadOnlyList<Passage> _passages;
    private readonly TextIndex _index;

    /// <param name="passages">In the order of their ids, as the index has them.</param>
    internal PassageSearch(IReadOnlyList<Passage> passages, StoredPassageIndex stored, JapaneseAnalyzer analyzer, Thesaurus thesaurus)
    {
        _passages = passages;
        _index = new TextIndex(new SearchTermReader(analyzer), thesaurus, stored.Sections, stored.Ids.Count);
    }

    public IReadOnlyList<PassageHit> Search(string question, int limit) =>
        [.. _index.Rank(question, limit).Select(hit => new PassageHit(_passages[hit.Document], hit.Score) { Terms = hit.Terms })];
}
