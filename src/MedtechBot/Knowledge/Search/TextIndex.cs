using MedtechBot.Japanese;

namespace MedtechBot.Knowledge.Search;

/// <summary>
/// Ranked search over titled texts: BM25 over Japanese words, with pairs of characters, the title and the readings as lighter fields
/// that are added to it. Immutable and lock-free; ties are broken by document number and sums run in a fixed order.
/// </summary>
public sealed class TextIndex
{
    private const float BigramWeight = 0.3f;
    private const float TitleWeight = 0.3f;
    private const float ReadingWeight = 0.3f;
    private const float KanaGramWeight = 1.0f;
    private const float SynonymWeight = 0.4f;

    [ThreadStatic]
    private static float[]? _scratch;

    private readonly SearchTermReader _reader;
    private readonly Thesaurus _thesaurus;
    private readonly TermField<string> _words;
    private readonly TermField<uint> _bigrams;
    private readonly TermField<string> _titles;
    private readonly TermField<string> _readings;
    private readonly TermField<ulong> _kanaGrams;

    internal TextIndex(SearchTermReader reader, Thesaurus thesaurus, IReadOnlyList<(SearchTerms Title, SearchTerms Whole)> documents)
    {
        (_reader, _thesaurus, Count) = (reader, thesaurus, documents.Count);
        var words = Field(documents, d => d.Whole.Words);
        var bigrams = Field(documents, d => d.Whole.Bigrams);
        var titles = Field(documents, d => d.Title.Words);
        var readings = Field(documents, d => d.Whole.Readings);
        var kanaGrams = Field(documents, d => d.Whole.KanaGrams);
        (_words, _bigrams, _titles, _readings, _kanaGrams) = (words.Result, bigrams.Result, titles.Result, readings.Result, kanaGrams.Result);
    }

    /// <summary>Number of documents.</summary>
    public int Count { get; }

    /// <summary>Analyses on all cores; document numbers follow the order given.</summary>
    public static TextIndex Build(JapaneseAnalyzer analyzer, Thesaurus thesaurus, IReadOnlyList<(string Title, string Body)> documents)
    {
        var reader = new SearchTermReader(analyzer);
        var terms = new (SearchTerms, SearchTerms)[documents.Count];
        Parallel.For(0, documents.Count, i =>
        {
            var title = reader.Read(documents[i].Title, withKanaGrams: true);
            terms[i] = (title, SearchTerms.Join([title, reader.Read(documents[i].Body, withKanaGrams: true)]));
        });
        return new TextIndex(reader, thesaurus, terms);
    }

    /// <summary>Document numbers with their scores, best first.</summary>
    public IReadOnlyList<(int Document, float Score)> Search(string question, int limit)
    {
        if (Count == 0 || limit <= 0)
        {
            return [];
        }
        var scores = Scratch(Count);
        Score(question, scores);
        return TopDocuments.Select(scores.AsSpan(0, Count), limit);
    }

    private void Score(string question, float[] scores)
    {
        var terms = _reader.Read(question, withKanaGrams: true);
        foreach (var word in terms.Words)
        {
            _words.Accumulate(word, 1, scores);
            _titles.Accumulate(word, TitleWeight, scores);
        }
        foreach (var bigram in terms.Bigrams)
        {
            _bigrams.Accumulate(bigram, BigramWeight, scores);
        }
        foreach (var reading in terms.Readings)
        {
            _readings.Accumulate(reading, ReadingWeight, scores);
        }
        if (terms.MostlyKana)
        {
            foreach (var gram in terms.KanaGrams)
            {
                _kanaGrams.Accumulate(gram, KanaGramWeight, scores);
            }
        }
        foreach (var (word, weight) in _thesaurus.Expand(terms.Words))
        {
            _words.Accumulate(word, SynonymWeight * weight, scores);
            _titles.Accumulate(word, SynonymWeight * weight * TitleWeight, scores);
        }
    }

    // The fields are built side by side.
    private static Task<TermField<TTerm>> Field<TTerm>(
        IReadOnlyList<(SearchTerms Title, SearchTerms Whole)> documents, Func<(SearchTerms Title, SearchTerms Whole), List<TTerm>> terms)
        where TTerm : notnull =>
        Task.Run(() =>
        {
            var builder = new TermField<TTerm>.Builder();
            foreach (var document in documents)
            {
                builder.Add(terms(document));
            }
            return builder.Build();
        });

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
