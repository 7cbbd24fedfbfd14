using MedtechBot.Japanese;
using MedtechBot.Knowledge.Stored;

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
        var fields = TextFields.Empty;
        for (var start = 0; start < documents.Count; start += TextFields.Part)
        {
            var terms = new DocumentTerms[Math.Min(TextFields.Part, documents.Count - start)];
            Parallel.For(0, terms.Length, () => new WordPool(), (i, _, pool) =>
            {
                var (title, body) = documents[start + i];
                var titleTerms = reader.Read(title, withKanaGrams: true, pool);
                terms[i] = new DocumentTerms([titleTerms], [titleTerms, reader.Read(body, withKanaGrams: true, pool)]);
                return pool;
            }, _ => { });
            var part = TextFields.Build(terms).Fields;
            fields = start == 0 ? part
                : TextFields.Merge(fields, [.. Enumerable.Range(0, start)], part, [.. Enumerable.Range(start, terms.Length)], start + terms.Length).Fields;
        }
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
