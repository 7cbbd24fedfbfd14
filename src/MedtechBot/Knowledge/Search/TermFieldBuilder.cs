using System.Runtime.InteropServices;
using System.Text;
using MedtechBot.Knowledge.Stored;

namespace MedtechBot.Knowledge.Search;

/// <summary>Collects the terms of documents, one document after the other, and puts them in the order of the terms.</summary>
internal sealed class TermFieldBuilder
{
    private const int MostCounted = ushort.MaxValue;

    // Term, document and count in one number each, so that sorting the numbers sorts the postings.
    private readonly List<ulong> _entries = [];
    private readonly List<int> _lengths = [];
    private readonly Dictionary<string, uint> _words = new(StringComparer.Ordinal);
    private readonly List<uint> _document = [];

    /// <param name="parts">All words of the next document; documents are numbered from 0 in the order of these calls.</param>
    public void AddWords(IEnumerable<IReadOnlyList<string>> parts)
    {
        _document.Clear();
        foreach (var part in parts)
        {
            for (var i = 0; i < part.Count; i++)
            {
                ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(_words, part[i], out var known);
                if (!known)
                {
                    number = (uint)(_words.Count - 1);
                }
                _document.Add(number);
            }
        }
        AddDocument();
    }

    public void AddRuns(IEnumerable<List<uint>> parts)
    {
        _document.Clear();
        foreach (var part in parts)
        {
            _document.AddRange(CollectionsMarshal.AsSpan(part));
        }
        AddDocument();
    }

    public TermFieldData BuildRuns()
    {
        var keys = new ByteWriter();
        Span<byte> key = stackalloc byte[TermKeys.NumberLength];
        var (starts, postings) = Postings();
        var before = ulong.MaxValue;
        foreach (var entry in _entries)
        {
            if (entry >> 32 != before)
            {
                before = entry >> 32;
                TermKeys.WriteNumber(key, (uint)before);
                keys.Bytes(key);
            }
        }
        return new TermFieldData([.. _lengths], new TermKeys(keys.ToArray(), null), starts, postings);
    }

    /// <returns>The field, and the number in it of each word that it was given.</returns>
    public (TermFieldData Field, Dictionary<string, uint> Numbers) BuildWords()
    {
        var sorted = _words.Keys.Select(word => (Word: word, Key: Encoding.UTF8.GetBytes(word))).ToArray();
        Array.Sort(sorted, (a, b) => a.Key.AsSpan().SequenceCompareTo(b.Key));
        var ranks = new ulong[sorted.Length];
        var (keys, keyStarts) = (new ByteWriter(), new int[sorted.Length + 1]);
        for (var i = 0; i < sorted.Length; i++)
        {
            ranks[_words[sorted[i].Word]] = (ulong)i;
            keys.Bytes(sorted[i].Key);
            keyStarts[i + 1] = keys.Length;
        }
        foreach (ref var entry in CollectionsMarshal.AsSpan(_entries))
        {
            entry = ranks[entry >> 32] << 32 | (uint)entry;
        }
        foreach (var word in sorted)
        {
            CollectionsMarshal.GetValueRefOrNullRef(_words, word.Word) = (uint)ranks[_words[word.Word]];
        }
        var (starts, postings) = Postings();
        return (new TermFieldData([.. _lengths], new TermKeys(keys.ToArray(), keyStarts), starts, postings), _words);
    }

    private (int[] Starts, byte[] Postings) Postings()
    {
        CollectionsMarshal.AsSpan(_entries).Sort();
        var (starts, writer, postings) = (new List<int> { 0 }, new ByteWriter(), new List<(int, int)>());
        for (var i = 0; i < _entries.Count; i++)
        {
            postings.Add(((int)(_entries[i] >> 16 & 0xFFFF), (int)(_entries[i] & 0xFFFF)));
            if (i + 1 == _entries.Count || _entries[i + 1] >> 32 != _entries[i] >> 32)
            {
                PostingWriter.Write(writer, CollectionsMarshal.AsSpan(postings));
                starts.Add(writer.Length);
                postings.Clear();
            }
        }
        return ([.. starts], writer.ToArray());
    }

    private void AddDocument()
    {
        var terms = CollectionsMarshal.AsSpan(_document);
        var document = (ulong)_lengths.Count;
        _lengths.Add(terms.Length);
        terms.Sort();
        for (int start = 0, end; start < terms.Length; start = end)
        {
            for (end = start + 1; end < terms.Length && terms[end] == terms[start];)
            {
                end++;
            }
            _entries.Add((ulong)terms[start] << 32 | document << 16 | (uint)Math.Min(end - start, MostCounted));
        }
    }
}
