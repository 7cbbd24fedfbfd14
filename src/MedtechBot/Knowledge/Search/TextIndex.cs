using MedtechBot.Japanese;
using MedtechBot.Knowledge.Stored;

namespace MedtechBot.Knowledge.Search;

/// <summary>
/// Ranked search over titled texts: BM25 over Japanese words, with pairs of characters, the title and the readings as lighter fields
/// that are added to it. Immutable and lock-free; ties are broken by document number and sums run in a fixed order.
/// </summary>
public sealed class TextIndex
{
    internal const float BigramWeight = 0.3f;
    internal const float TitleWeight = 0.3f;
    internal const float ReadingWeight = 0.3f;
    internal const float KanaGramWeight = 1.0f;
    internal const float SynonymWeight = 0.4f;

    [ThreadStatic]
    private static float[]? _scratch;

    private readonly SearchTermReader _reader;
    private readonly Thesaurus _thesaurus;
    private readonly TermField _words;
    private readonly TermField _bigrams;
    private readonly TermField _titles;
    private readonly TermField _readings;
    private readonly TermField _kanaGrams;

    internal TextIndex(SearchTermReader reader, Thesaurus thesaurus, StoredSections stored, int count)
    {
        TermField Field(Section section) => new(stored.Bytes, stored.StartOf(section));

        (_reader, _thesaurus, Count) = (reader, thesaurus, count);
        (_words, _bigrams, _titles) = (Field(Section.Words), Field(Section.Bigrams), Field(Section.Titles));
        (_readings, _kanaGrams) = (Field(Section.Readings), Field(Section.KanaGrams));
    }

    /// <summary>Number of documents.</summary>
    public int Count { get; }

    internal TermField Words => _words;

    /// <summary>Analyses on all cores; document numbers follow the order given.</summary>
    public static TextIndex Build(JapaneseAnalyzer analyzer, Thesaurus thesaurus, IReadOnlyList<(string Title, string Body)> documents)
    {
        var reader = new SearchTermReader(analyzer);
        var fields = TextFields.Analyse(reader, documents);
        return new TextIndex(reader, thesaurus, new StoredSections(new StoredBytes(StoredSections.Pack(fields.Write))), documents.Count);
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
        _words.Accumulate(terms.Words, 1, scores);
        _titles.Accumulate(terms.Words, TitleWeight, scores);
        _bigrams.Accumulate(terms.Bigrams, BigramWeight, scores);
        _readings.Accumulate(terms.Readings, ReadingWeight, scores);
        if (terms.MostlyKana)
        {
            _kanaGrams.Accumulate(terms.KanaGrams, KanaGramWeight, scores);
        }
        foreach (var (word, weight) in _thesaurus.Expand(terms.Words))
        {
            _words.Accumulate([word], SynonymWeight * weight, scores);
            _titles.Accumulate([word], SynonymWeight * weight * TitleWeight, scores);
        }
    }

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
