using System.Numerics;
using System.Text;
using MedtechBot.Knowledge.Stored;

namespace MedtechBot.Knowledge.Search;

/// <summary>
/// One field of the index: for every term the documents that hold it, weighed by BM25. Immutable. Terms and documents are read where they
/// are stored; only what each document's length makes of a term is in memory.
/// </summary>
internal sealed class TermField
{
    // k1 near 1 and b .75 serve short FAQ entries and long paragraphs alike, where nothing else is known of how the terms stand.
    internal const double K1 = 1.0;
    internal const double B = 0.75;
    private const int LongestWord = 128;

    [ThreadStatic]
    private static List<TermPlace>? _found;

    private readonly TermFieldData _data;
    private readonly double _k1;
    private readonly float[] _norms;

    // What most documents add, which hold a term once.
    private readonly float[] _once;

    /// <param name="section">Where in the bytes the field begins.</param>
    /// <param name="k1">How much a term that is said again adds.</param>
    public TermField(StoredBytes bytes, long section, double k1 = K1)
    {
        (_data, _k1) = (new TermFieldData(bytes, section), k1);
        var lengths = _data.Lengths();
        var average = lengths.Length == 0 ? 1 : Math.Max(1, lengths.Average());
        _norms = Array.ConvertAll(lengths, length => (float)(k1 * (1 - B + B * length / average)));
        _once = Array.ConvertAll(_norms, norm => 1 / (1 + norm));
    }

    /// <summary>The number of a word, in the order of their bytes; below 0 when no document has it.</summary>
    public int Find(string word) => TryFind(word, out var place) ? place.Number : -1;

    /// <summary>How much a term tells, from how few documents hold it.</summary>
    public double Rarity(string word) => InverseDocumentFrequency(TryFind(word, out var place) ? place.Frequency : 0, _norms.Length);

    public double Rarity(uint run) => InverseDocumentFrequency(_data.TryFind(run, out var place) ? place.Frequency : 0, _norms.Length);

    /// <summary>The same of words that are as one.</summary>
    public double RarityAsOne(IEnumerable<int> words) =>
        InverseDocumentFrequency((int)Math.Min(_norms.Length, words.Sum(w => (long)_data.At(w).Frequency)), _norms.Length);

    /// <summary>The word that has a number.</summary>
    public string Word(int number) => Encoding.UTF8.GetString(WordsOf(number / TermFieldData.TermsInBlock).First(w => w.Number == number).Word);

    /// <summary>How many documents hold each term.</summary>
    public int[] Frequencies() => _data.Frequencies();

    /// <summary>The numbers of the words that begin with a character of one byte from <paramref name="first"/> to <paramref name="last"/>.</summary>
    public Range Between(char first, char last)
    {
        var (from, to) = (0, 0);
        for (var terms = new TermCursor(_data); terms.Next() && terms.Term[0] <= last; to = terms.Place.Number + 1)
        {
            from = terms.Term[0] < first ? terms.Place.Number + 1 : from;
        }
        return from..Math.Max(from, to);
    }

    /// <summary>How many terms there are.</summary>
    public int Count => _data.Terms;

    /// <summary>The numbers of the stretches that <see cref="WordsOf"/> gives.</summary>
    public IEnumerable<int> Blocks() => Enumerable.Range(0, _data.Blocks);

    /// <summary>The words of one stretch with their numbers.</summary>
    public IEnumerable<(int Number, byte[] Word)> WordsOf(int block)
    {
        for (var terms = new TermCursor(_data, block); terms.Next() && terms.Place.Number < (block + 1) * TermFieldData.TermsInBlock;)
        {
            yield return (terms.Place.Number, terms.Term.ToArray());
        }
        GC.KeepAlive(_data);
    }

    /// <summary>Adds words that are as one: what any of them weighs is what all together would, as rare as they all are.</summary>
    public void AccumulateAsOne(IReadOnlyList<int> words, float factor, Span<float> scores)
    {
        Span<int> documents = stackalloc int[PostingReader.Block];
        Span<float> parts = stackalloc float[PostingReader.Block];
        var places = words.Select(_data.At).ToList();
        var weight = Weight(factor, (int)Math.Min(_norms.Length, places.Sum(p => (long)p.Frequency)), _norms.Length, _k1);
        foreach (var place in places)
        {
            Accumulate(new PostingReader(_data.Postings[place.Start..], place, _norms.Length, documents), weight, parts, scores);
        }
        GC.KeepAlive(_data);
    }

    /// <summary>Adds what each word weighs in each document that holds it, times <paramref name="factor"/>, as often as it is given.</summary>
    public void Accumulate(IReadOnlyList<string> words, float factor, Span<float> scores)
    {
        var found = _found ??= [];
        found.Clear();
        for (var i = 0; i < words.Count; i++)
        {
            if (TryFind(words[i], out var place))
            {
                found.Add(place);
            }
        }
        Accumulate(found, factor, scores);
    }

    public void Accumulate(IReadOnlyList<uint> runs, float factor, Span<float> scores)
    {
        var found = _found ??= [];
        found.Clear();
        for (var i = 0; i < runs.Count; i++)
        {
            if (_data.TryFind(runs[i], out var place))
            {
                found.Add(place);
            }
        }
        Accumulate(found, factor, scores);
    }

    private void Accumulate(List<TermPlace> found, float factor, Span<float> scores)
    {
        found.Sort(static (one, other) => one.Number.CompareTo(other.Number));
        Span<int> documents = stackalloc int[PostingReader.Block];
        Span<float> parts = stackalloc float[PostingReader.Block];
        for (int start = 0, end; start < found.Count; start = end)
        {
            for (end = start + 1; end < found.Count && found[end].Number == found[start].Number;)
            {
                end++;
            }
            var weight = Weight(factor * (end - start), found[start].Frequency, _norms.Length, _k1);
            Accumulate(new PostingReader(_data.Postings[found[start].Start..], found[start], _norms.Length, documents), weight, parts, scores);
        }
        // What is mapped stays so while it is read.
        GC.KeepAlive(_data);
    }

    private void Accumulate(PostingReader postings, float weight, Span<float> parts, Span<float> scores)
    {
        var (norms, once) = (_norms, _once);
        while (postings.Next())
        {
            var documents = postings.Documents;
            if (postings.More.IsEmpty)
            {
                foreach (var document in documents)
                {
                    scores[document] += weight * once[document];
                }
                continue;
            }
            // All as if they held it once; then those that do not, without asking each whether it is one.
            for (var i = 0; i < documents.Length; i++)
            {
                parts[i] = once[documents[i]];
            }
            var more = 0;
            for (var start = 0; start < postings.Oftener.Length; start++)
            {
                for (uint flags = postings.Oftener[start]; flags != 0; flags &= flags - 1)
                {
                    var place = (8 * start) + BitOperations.TrailingZeroCount(flags);
                    var count = postings.More[more++] + 1f;
                    parts[place] = count / (count + norms[documents[place]]);
                }
            }
            for (var i = 0; i < documents.Length; i++)
            {
                scores[documents[i]] += weight * parts[i];
            }
        }
    }

    private bool TryFind(string word, out TermPlace place)
    {
        if (word.Length > LongestWord)
        {
            return _data.TryFind(Encoding.UTF8.GetBytes(word), out place);
        }
        Span<byte> key = stackalloc byte[3 * LongestWord];
        return _data.TryFind(key[..Encoding.UTF8.GetBytes(word, key)], out place);
    }

    internal static float Weight(float factor, int frequency, int documents, double k1) => (float)(factor * InverseDocumentFrequency(frequency, documents) * (k1 + 1));

    /// <summary>How much a term tells, from its rarity; a term that nobody used tells most.</summary>
    public static double InverseDocumentFrequency(int frequency, int documents) =>
        Math.Log(1 + (documents - frequency + 0.5) / (frequency + 0.5));
}
