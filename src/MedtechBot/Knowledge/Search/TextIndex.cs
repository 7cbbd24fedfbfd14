using MedtechBot.Japanese;
using MedtechBot.Knowledge.Search.Learning;
using MedtechBot.Knowledge.Stored;

namespace MedtechBot.Knowledge.Search;

/// <summary>
/// Ranked search over titled texts, in two stages. The first adds up BM25 over Japanese words and what stands for them, pairs of characters
/// and the title. The second looks at how closely the best documents' words stand to the question (<see cref="Closeness"/>). Immutable and
/// lock-free; ties are broken by document number and sums run in a fixed order.
/// </summary>
public sealed class TextIndex
{
    internal const float WordWeight = 0.4f;
    internal const float BigramWeight = 0.15f;
    internal const float TitleWeight = 0.12f;
    internal const float SynonymTitleShare = 0.4f;
    internal const float SoundWeight = 1.2f;

    // A word said again tells little more once the second stage looks at where it stands.
    internal const double WordK1 = 0.4;

    /// <summary>How many of the best are looked at closely.</summary>
    internal const int Depth = 40;

    [ThreadStatic]
    private static float[]? _scratch;

    private readonly QuestionReader _questions;
    private readonly SearchParts _without;
    private readonly TermField _words;
    private readonly TermField _bigrams;
    private readonly TermField _titles;
    private readonly Lazy<WordSounds> _sounds;
    private readonly StoredRecords _order;
    private readonly WordWeights _weights;

    internal TextIndex(SearchTermReader reader, Thesaurus thesaurus, StoredSections stored, int count)
    {
        TermField Field(Section section, double k1 = TermField.K1) => new(stored.Bytes, stored.StartOf(section), k1);

        (_questions, Count) = (new QuestionReader(reader, thesaurus, GeneralSynonyms.BuiltIn), count);
        (_words, _bigrams, _titles) = (Field(Section.Words, WordK1), Field(Section.Bigrams), Field(Section.Titles));
        _sounds = new Lazy<WordSounds>(() => WordSounds.Of(_words, reader.Analyzer));
        _order = new StoredRecords(stored.Bytes, stored.StartOf(Section.Order));
        _weights = new WordWeights(_words, count);
    }

    private TextIndex(TextIndex other, SearchParts without)
    {
        (_questions, _without, Count) = (other._questions.Without(without), without, other.Count);
        (_words, _bigrams, _titles, _sounds, _order, _weights) = (other._words, other._bigrams, other._titles, other._sounds, other._order, other._weights);
    }

    /// <summary>Number of documents.</summary>
    public int Count { get; }

    /// <summary>Analyses on all cores; document numbers follow the order given.</summary>
    public static TextIndex Build(JapaneseAnalyzer analyzer, Thesaurus thesaurus, IReadOnlyList<(string Title, string Body)> documents)
    {
        var reader = new SearchTermReader(analyzer);
        var fields = TextFields.Analyse(reader, documents);
        return new TextIndex(reader, thesaurus, new StoredSections(new StoredBytes(StoredSections.Pack(fields.Write))), documents.Count);
    }

    /// <summary>The same index searched without some parts of the ranking, to see what they are good for.</summary>
    public TextIndex Without(SearchParts parts) => new(this, parts);

    /// <summary>Document numbers with their scores, best first.</summary>
    public IReadOnlyList<(int Document, float Score)> Search(string question, int limit) => [.. Rank(question, limit).Select(r => (r.Document, r.Score))];

    /// <summary>The same with what was learned from use.</summary>
    /// <param name="learned">Of this index.</param>
    /// <param name="model">Null: the untrained weights.</param>
    public IReadOnlyList<(int Document, float Score)> Search(string question, int limit, LearnedQuestions learned, RankingModel? model = null) =>
        [.. Rank(question, limit, learned, model).Select(r => (r.Document, r.Score))];

    /// <summary>What is known when a document has learned just these questions.</summary>
    public LearnedQuestions Learn(LearnedQuestions before, int document, IEnumerable<string> questions) =>
        before.With(document, questions.Select(q => AsLearned(q, _questions.Read(q))));

    /// <summary>The same with how much each of them counts, from 0 to 1.</summary>
    public LearnedQuestions LearnWeighted(LearnedQuestions before, int document, IEnumerable<(string Question, double Weight)> questions) =>
        before.With(document, questions.Select(q => AsLearned(q.Question, _questions.Read(q.Question), q.Weight)));

    /// <summary>What is known when these questions were answered by these documents, and nothing else is learned.</summary>
    public LearnedQuestions Learn(IEnumerable<(int Document, string Question)> answered) =>
        answered.GroupBy(a => a.Document, a => a.Question).OrderBy(a => a.Key).Aggregate(LearnedQuestions.None, (learned, a) => Learn(learned, a.Key, a.Distinct()));

    internal IReadOnlyList<Ranked> Rank(string question, int limit, LearnedQuestions? learned = null, RankingModel? model = null)
    {
        if (Count == 0 || limit <= 0)
        {
            return [];
        }
        var asked = _questions.Read(question);
        var matches = learned?.Find(AsLearned(question, asked)) ?? [];
        var scores = Scratch(Count);
        foreach (var part in Parts(asked))
        {
            part(scores);
        }
        foreach (var (document, match) in matches)
        {
            scores[document] += LearnedWeights.Of(match);
        }
        var best = TopDocuments.Select(scores.AsSpan(0, Count), Math.Max(limit, Depth));
        var ranked = LookClosely(asked, best, matches, model);
        return ranked.Length > limit ? ranked[..limit] : ranked;
    }

    /// <summary>What the best documents have to say for themselves, for training.</summary>
    internal IReadOnlyList<(int Document, double[] Features)> Features(string question, LearnedQuestions learned)
    {
        var ranked = Rank(question, Depth, learned);
        var parts = TermPartsOf(_questions.Read(question), [.. ranked.Select(r => r.Document)]);
        return [.. ranked.Select((r, i) => (r.Document, RankingFeatures.Of(parts[i], r.Closeness, r.Learned)))];
    }

    /// <summary>The same ranking with what made it, down to the single term; no deeper than is looked closely.</summary>
    internal ExplainedRanking Explain(string question, int limit, LearnedQuestions? learned = null, RankingModel? model = null)
    {
        var asked = _questions.Read(question);
        var ranked = Rank(question, Math.Min(limit, Depth), learned, model);
        int[] documents = [.. ranked.Select(r => r.Document)];
        var terms = new TermContributions(_words, _titles, _bigrams, _sounds, _without).Of(asked, documents, Count);
        var parts = TermPartsOf(asked, documents);
        return new ExplainedRanking(
            asked.Words, ExpandedWords.Of(asked, _questions.Without(_without | SearchParts.Spellings | SearchParts.Synonyms).Read(question)), model is not null,
            [.. ranked.Select((r, i) => new ExplainedDocument(
                r, RankingFeatures.Explain(RankingFeatures.Of(parts[i], r.Closeness, r.Learned), model), terms[i],
                learned?.Like(r.Document, AsLearned(question, asked)) ?? []))]);
    }

    // One field after the other, in a fixed order.
    private Action<float[]>[] Parts(QuestionTerms asked) =>
    [
        scores => _words.Accumulate(asked.Words, WordWeight, scores),
        scores => _titles.Accumulate(Has(SearchParts.Titles) ? asked.Words : [], TitleWeight, scores),
        scores => _bigrams.Accumulate(Has(SearchParts.Bigrams) ? asked.Asked.Bigrams : [], BigramWeight, scores),
        scores =>
        {
            foreach (var alike in asked.Asked.MostlyKana && Has(SearchParts.Sounds) ? _sounds.Value.In(asked.Text) : [])
            {
                _words.AccumulateAsOne(alike, SoundWeight, scores);
            }
        },
        scores =>
        {
            foreach (var (word, weight) in asked.Synonyms)
            {
                _words.Accumulate([word], weight, scores);
                _titles.Accumulate(Has(SearchParts.Titles) ? [word] : (string[])[], weight * SynonymTitleShare, scores);
            }
        },
    ];

    private Ranked[] LookClosely(QuestionTerms asked, IReadOnlyList<(int Document, float Score)> best, IReadOnlyList<(int Document, LearnedMatch Match)> matches, RankingModel? model)
    {
        var words = new AskedWords(asked, _words.Find, _weights);
        var learned = matches.ToDictionary(m => m.Document, m => m.Match);
        var ranked = new Ranked[best.Count];
        for (var i = 0; i < ranked.Length; i++)
        {
            var (document, score) = best[i];
            var closeness = i < Depth && words.AreAny ? words.In(_order.Span(document)).Without(_without) : default;
            ranked[i] = new Ranked(document, score, closeness, learned.GetValueOrDefault(document), score + closeness.Score);
        }
        // What is mapped stays so while it is read.
        GC.KeepAlive(_order);
        var looked = ranked.AsSpan(0, Math.Min(Depth, ranked.Length));
        if (model is not null)
        {
            var parts = TermPartsOf(asked, [.. best.Take(looked.Length).Select(b => b.Document)]);
            for (var i = 0; i < looked.Length; i++)
            {
                looked[i] = looked[i] with { Score = (float)model.Score(RankingFeatures.Of(parts[i], looked[i].Closeness, looked[i].Learned)) };
            }
        }
        // What was looked at only gains by it, so the rest stays behind.
        looked.Sort(static (one, other) => one.Score != other.Score ? other.Score.CompareTo(one.Score) : one.Document.CompareTo(other.Document));
        return ranked;
    }

    private TermParts[] TermPartsOf(QuestionTerms asked, int[] documents)
    {
        var values = Array.ConvertAll(Parts(asked), part =>
        {
            var scores = Scratch(Count);
            part(scores);
            return Array.ConvertAll(documents, d => scores[d]);
        });
        return [.. documents.Select((_, i) => new TermParts(values[0][i], values[1][i], values[2][i], values[3][i], values[4][i]))];
    }

    private bool Has(SearchParts part) => !_without.HasFlag(part);

    private LearnedQuestion AsLearned(string text, QuestionTerms question, double weight = 1) =>
        LearnedQuestion.Of(text, question.Words, word => _weights.Of(_words.Find(word)), weight);

    private static float[] Scratch(int count)
    {
        if (_scratch is null || _scratch.Length < count)
        {
            _scratch = new float[count];
        }
        Array.Clear(_scratch, 0, count);
        return _scratch;
    }
}

/// <param name="Terms">What its terms score, wherever they stand, and what it has learned.</param>
internal readonly record struct Ranked(int Document, float Terms, Closeness Closeness, LearnedMatch Learned, float Score);
