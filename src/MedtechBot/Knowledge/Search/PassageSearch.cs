using MedtechBot.Japanese;
using MedtechBot.Knowledge.Search.Learning;

namespace MedtechBot.Knowledge.Search;

/// <summary>The product's own search over passages, with what was learned from use.</summary>
public sealed class PassageSearch : IPassageSearch
{
    private readonly IReadOnlyList<Passage> _passages;
    private readonly IReadOnlyDictionary<string, int> _places;
    private readonly LearnedPassages _learned = LearnedPassages.None;
    private readonly LearnedQuestions _questions = LearnedQuestions.None;

    /// <param name="passages">In the order of their ids, as the index has them.</param>
    internal PassageSearch(IReadOnlyList<Passage> passages, StoredPassageIndex stored, JapaneseAnalyzer analyzer, Thesaurus thesaurus)
    {
        (_passages, _places) = (passages, stored.Places);
        Index = new TextIndex(new SearchTermReader(analyzer), thesaurus, stored.Sections, stored.Ids.Count);
    }

    private PassageSearch(PassageSearch other, LearnedPassages learned)
    {
        (_passages, _places, Index, _learned) = (other._passages, other._places, other.Index, learned);
        _questions = other._questions;
        foreach (var passage in other._learned.Questions.Keys.Union(learned.Questions.Keys, StringComparer.Ordinal))
        {
            if (FindPlace(passage) is { } place && !other._learned.Of(passage).SequenceEqual(learned.Of(passage)))
            {
                _questions = Index.LearnWeighted(_questions, place, learned.Of(passage));
            }
        }
    }

    internal TextIndex Index { get; }

    public IReadOnlyList<PassageHit> Search(string question, int limit) =>
        [.. Index.Rank(question, limit, _questions, _learned.Model).Select(hit => new PassageHit(_passages[hit.Document], hit.Score) { Terms = hit.Terms })];

    /// <summary>Hits by their numbers, with what put them where they are.</summary>
    internal IReadOnlyList<Ranked> Rank(string question, int limit) => Index.Rank(question, limit, _questions, _learned.Model);

    internal Passage Passage(int document) => _passages[document];

    public Explanation Explain(string question, int limit)
    {
        var ranking = Index.Explain(question, limit, _questions, _learned.Model);
        return new Explanation(question, ranking.Words, ranking.Expanded, ranking.IsTrained, [.. ranking.Documents.Select((d, i) => Explained(d, i + 1))]);
    }

    /// <summary>The same index searched with what is known now; only questions of passages that changed are analysed.</summary>
    internal PassageSearch With(LearnedPassages learned) => new(this, learned);

    /// <summary>The passage's number in the index; null when there is no such passage.</summary>
    internal int? FindPlace(string passage) => _places.TryGetValue(passage, out var place) ? place : null;

    private ExplainedPassage Explained(ExplainedDocument document, int place)
    {
        var passage = _passages[document.Ranked.Document];
        return new ExplainedPassage(place, passage.Id, passage.DocumentTitle, passage.Heading, document.Ranked.Score, document.Parts, document.Terms, document.Learned);
    }
}
