using MedtechBot.Japanese;

namespace MedtechBot.Knowledge.Search;

/// <summary>The product's own search over passages, in memory.</summary>
public sealed class PassageSearch : IPassageSearch
{
    private readonly IReadOnlyList<Passage> _passages;
    private readonly TextIndex _index;

    public PassageSearch(IReadOnlyList<Passage> passages, JapaneseAnalyzer analyzer, Thesaurus thesaurus)
    {
        // Document numbers follow the ids, so that ties are broken by id.
        _passages = [.. passages.OrderBy(p => p.Id.Value, StringComparer.Ordinal)];
        _index = TextIndex.Build(analyzer, thesaurus, [.. _passages.Select(p => (Title(p), Body(p)))]);
    }

    public IReadOnlyList<PassageHit> Search(string question, int limit) =>
        [.. _index.Search(question, limit).Select(hit => new PassageHit(_passages[hit.Document], hit.Score))];

    private static string Title(Passage p) => string.Join('\n', [p.Heading, p.HeadingEn ?? "", p.DocumentTitle, p.DocumentTitleEn ?? ""]);

    private static string Body(Passage p) => string.Join('\n', [p.Text, .. p.Asks, .. p.English]);
}
