using System.Runtime.InteropServices;
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

    public void AddRuns(RunCounts runs)
    {
        var document = (ulong)_lengths.Count << 16;
        _lengths.Add(runs.Length);
        for (var i = 0; i < runs.Runs.Length; i++)
        {
            _entries.Add((ulong)runs.Runs[i] << 32 | document | runs.Counts[i]);
        }
    }

    public TermFieldData BuildRuns()
    {
        var key = new byte[sizeof(uint)];
        return Build(areNumbers: true, term =>
        {
            TermFieldWriter.WriteNumber(key, term);
            return key;
        });
    }

    /// <returns>The field, and the number in it of each word that it was given.</returns>
    public (TermFieldData Field, Dictionary<string, uint> Numbers) BuildWords()
    {
        var (keys, numbers) = TermKeys.Of(_words);
        var ranks = new uint[numbers.Length];
        for (var rank = 0; rank < numbers.Length; rank++)
        {
            ranks[numbers[rank]] = (uint)rank;
        }
        foreach (ref var entry in CollectionsMarshal.AsSpan(_entries))
        {
            entry = (ulong)ranks[entry >> 32] << 32 | (uint)entry;
        }
        foreach (var (word, number) in _words)
        {
            _words[word] = ranks[number];
        }
        return (Build(areNumbers: false, term => keys[(int)term]), _words);
    }

    private TermFieldData Build(bool areNumbers, Func<uint, ReadOnlySpan<byte>> keyOf)
    {
        var entries = SortedPostings.ByTerm(CollectionsMarshal.AsSpan(_entries));
        var writer = new TermFieldWriter(_lengths.Count, areNumbers);
        var (documents, more) = (new int[_lengths.Count], new byte[_lengths.Count]);
        for (var start = 0; start < entries.Length;)
        {
            var (term, count) = (entries[start] >> 32, 0);
            for (; start < entries.Length && entries[start] >> 32 == term; start++, count++)
            {
                documents[count] = (int)(entries[start] >> 16 & 0xFFFF);
                more[count] = (byte)Math.Min((entries[start] & 0xFFFF) - 1, byte.MaxValue);
            }
            writer.Add(keyOf((uint)term), documents.AsSpan(0, count), more.AsSpan(0, count));
        }
        return writer.Finish(CollectionsMarshal.AsSpan(_lengths));
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
