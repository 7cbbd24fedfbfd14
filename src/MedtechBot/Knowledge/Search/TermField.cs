using System.Text;
using MedtechBot.Knowledge.Stored;

namespace MedtechBot.Knowledge.Search;

/// <summary>
/// One field of the index: for every term the documents that hold it, weighed by BM25. Immutable; the terms are in memory, the
/// documents of a term are read when it is asked for.
/// </summary>
internal sealed class TermField
{
    // k1 near 1 and b .75 serve short FAQ entries and long paragraphs alike.
    private const double K1 = 1.0;
    private const double B = 0.75;
    private const int LongestWord = 128;

    [ThreadStatic]
    private static byte[]? _postings;

    private readonly StoredBytes _bytes;
    private readonly long _postingsAt;
    private readonly TermKeys _keys;
    private readonly int[] _starts;
    private readonly double[] _norms;

    /// <param name="section">Where in the bytes the field begins.</param>
    public TermField(StoredBytes bytes, long section)
    {
        (var data, _postingsAt, _) = TermFieldData.ReadHead(bytes, section);
        (_bytes, _keys, _starts) = (bytes, data.Keys, data.Starts);
        var average = data.Lengths.Length == 0 ? 1 : Math.Max(1, data.Lengths.Average());
        _norms = [.. data.Lengths.Select(length => K1 * (1 - B + B * length / average))];
    }

    /// <summary>The number of a word, in the order of their bytes; below 0 when no document has it.</summary>
    public int Find(string word)
    {
        if (word.Length > LongestWord)
        {
            return _keys.Find(Encoding.UTF8.GetBytes(word));
        }
        Span<byte> key = stackalloc byte[3 * LongestWord];
        return _keys.Find(key[..Encoding.UTF8.GetBytes(word, key)]);
    }

    public int Find(uint run)
    {
        Span<byte> key = stackalloc byte[TermKeys.NumberLength];
        TermKeys.WriteNumber(key, run);
        return _keys.Find(key);
    }

    public void Accumulate(string word, float factor, float[] scores) => Accumulate(Find(word), factor, scores);

    public void Accumulate(uint run, float factor, float[] scores) => Accumulate(Find(run), factor, scores);

    /// <summary>How many documents hold each term.</summary>
    public int[] Frequencies()
    {
        var postings = _bytes.Read(_postingsAt, _starts[^1]);
        var frequencies = new int[_keys.Count];
        for (var term = 0; term < frequencies.Length; term++)
        {
            frequencies[term] = new ByteReader(postings.AsSpan(_starts[term])).Count();
        }
        return frequencies;
    }

    /// <summary>Adds the term's weight in each document that holds it, times <paramref name="factor"/>.</summary>
    private void Accumulate(int term, float factor, float[] scores)
    {
        if (term < 0)
        {
            return;
        }
        var postings = new PostingReader(Postings(term));
        var idf = InverseDocumentFrequency(postings.Frequency, _norms.Length);
        while (postings.Next())
        {
            scores[postings.Document] += factor * (float)(idf * postings.Count * (K1 + 1) / (postings.Count + _norms[postings.Document]));
        }
    }

    private ReadOnlySpan<byte> Postings(int term)
    {
        var length = _starts[term + 1] - _starts[term];
        if (_postings is null || _postings.Length < length)
        {
            _postings = new byte[Math.Max(4096, 2 * length)];
        }
        _bytes.Read(_postingsAt + _starts[term], _postings.AsSpan(0, length));
        return _postings.AsSpan(0, length);
    }

    /// <summary>How much a term tells, from its rarity; a term that nobody used tells most.</summary>
    public static double InverseDocumentFrequency(int frequency, int documents) =>
        Math.Log(1 + (documents - frequency + 0.5) / (frequency + 0.5));
}
