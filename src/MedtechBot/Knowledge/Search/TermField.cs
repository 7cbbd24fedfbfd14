using System.Text;
using MedtechBot.Knowledge.Stored;

namespace MedtechBot.Knowledge.Search;

/// <summary>
/// One field of the index: for every term the documents that hold it, weighed by BM25. Immutable. Terms and documents are read where they
/// are stored; only what each document's length makes of a term is in memory.
/// </summary>
internal sealed class TermField
{
    // k1 near 1 and b .75 serve short FAQ entries and long paragraphs alike.
    internal const double K1 = 1.0;
    internal const double B = 0.75;
    private const int LongestWord = 128;

    [ThreadStatic]
    private static List<TermPlace>? _found;

    private readonly TermFieldData _data;
    private readonly float[] _norms;

    // What most documents add, which hold a term once.
    private readonly float[] _once;

    /// <param name="section">Where in the bytes the field begins.</param>
    public TermField(StoredBytes bytes, long section)
    {
        _data = new TermFieldData(bytes, section);
        var lengths = _data.Lengths();
        var average = lengths.Length == 0 ? 1 : Math.Max(1, lengths.Average());
        _norms = Array.ConvertAll(lengths, length => (float)(K1 * (1 - B + B * length / average)));
        _once = Array.ConvertAll(_norms, norm => 1 / (1 + norm));
    }

    /// <summary>The number of a word, in the order of their bytes; below 0 when no document has it.</summary>
    public int Find(string word) => TryFind(word, out var place) ? place.Number : -1;

    /// <summary>How many documents hold each term.</summary>
    public int[] Frequencies()
    {
        var frequencies = new int[_data.Terms];
        for (var terms = new TermCursor(_data); terms.Next();)
        {
            frequencies[terms.Place.Number] = terms.Place.Frequency;
        }
        return frequencies;
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
        Span<byte> more = stackalloc byte[PostingReader.Block];
        for (int start = 0, end; start < found.Count; start = end)
        {
            for (end = start + 1; end < found.Count && found[end].Number == found[start].Number;)
            {
                end++;
            }
            var weight = Weight(factor * (end - start), found[start].Frequency, _norms.Length);
            Accumulate(new PostingReader(_data.Postings[found[start].Start..], found[start], _norms.Length, documents, more), weight, scores);
        }
        // What is mapped stays so while it is read.
        GC.KeepAlive(_data);
    }

    private void Accumulate(PostingReader postings, float weight, Span<float> scores)
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
            for (var i = 0; i < documents.Length; i++)
            {
                var (document, more) = (documents[i], postings.More[i]);
                scores[document] += weight * (more == 0 ? once[document] : (more + 1f) / (more + 1f + norms[document]));
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

    internal static float Weight(float factor, int frequency, int documents) => (float)(factor * InverseDocumentFrequency(frequency, documents) * (K1 + 1));

    /// <summary>How much a term tells, from its rarity; a term that nobody used tells most.</summary>
    public static double InverseDocumentFrequency(int frequency, int documents) =>
        Math.Log(1 + (documents - frequency + 0.5) / (frequency + 0.5));
}
