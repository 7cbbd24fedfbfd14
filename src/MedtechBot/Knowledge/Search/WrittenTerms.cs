using System.Runtime.InteropServices;
using System.Text;
using MedtechBot.Japanese;
using MedtechBot.Knowledge.Stored;

namespace MedtechBot.Knowledge.Search;

/// <summary>The writing of the knowledge base, for telling slips: its words in one script, how often each is used, and its pairs of characters.</summary>
/// <param name="pairs">Sorted.</param>
/// <param name="slips">Sorted: in the upper half a word with a character left out, or whole, as a number; in the lower the word's own number.</param>
internal sealed class WrittenTerms(TermKeys terms, int[] counts, uint[] pairs, ulong[] slips)
{
    private const int LongestTerm = Spelling.LongestTerm;

    public static WrittenTerms Of(IEnumerable<string> texts)
    {
        var pairs = new HashSet<uint>();
        var used = new Dictionary<string, int>(StringComparer.Ordinal);
        var lookup = used.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var text in texts.Select(t => TextNormalizer.Normalize(t).Text))
        {
            foreach (var run in WrittenRun.In(text))
            {
                var term = text.AsSpan(run.Start, run.Length);
                for (var i = 1; i < term.Length; i++)
                {
                    pairs.Add(Pair(term[i - 1], term[i]));
                }
                if (run.Length is >= 2 and <= LongestTerm && !term.ContainsAnyInRange('0', '9'))
                {
                    CollectionsMarshal.GetValueRefOrAddDefault(lookup, term, out _)++;
                }
            }
        }
        var (keys, counts) = TermKeys.Of(used);
        var slips = new List<ulong>();
        for (var i = 0; i < keys.Count; i++)
        {
            foreach (var key in Slip.Keys(Encoding.UTF8.GetString(keys[i])))
            {
                slips.Add((ulong)Number(key) << 32 | (uint)i);
            }
        }
        slips.Sort();
        return new WrittenTerms(keys, counts, [.. pairs.Order()], [.. slips]);
    }

    public bool Contains(string term) => terms.Find(Encoding.UTF8.GetBytes(term)) >= 0;

    public int Count(string term) => counts[terms.Find(Encoding.UTF8.GetBytes(term))];

    public bool AnyStartsWith(string start)
    {
        var key = Encoding.UTF8.GetBytes(start);
        var place = terms.Find(key);
        place = place < 0 ? ~place : place;
        return place < terms.Count && terms[place].StartsWith(key);
    }

    public bool HasPair(char first, char second) => Array.BinarySearch(pairs, Pair(first, second)) >= 0;

    /// <summary>The words that may be a slip away; some are not, since different writing may have the same number.</summary>
    public IEnumerable<string> Near(string piece)
    {
        var near = new SortedSet<uint>();
        foreach (var key in Slip.Keys(piece))
        {
            var number = (ulong)Number(key);
            var place = Array.BinarySearch(slips, number << 32);
            for (place = place < 0 ? ~place : place; place < slips.Length && slips[place] >> 32 == number; place++)
            {
                near.Add((uint)slips[place]);
            }
        }
        return near.Select(n => Encoding.UTF8.GetString(terms[(int)n]));
    }

    public void Write(ByteWriter writer)
    {
        terms.Write(writer);
        writer.Fixed(counts);
        writer.Number(pairs.Length);
        writer.Fixed(MemoryMarshal.Cast<uint, int>(pairs));
        writer.Number(slips.Length);
        foreach (var slip in slips)
        {
            writer.Fixed([(int)(slip >> 32), (int)slip]);
        }
    }

    public static WrittenTerms Read(ByteReader reader)
    {
        var terms = TermKeys.Read(ref reader);
        var counts = reader.Fixed(terms.Count);
        uint[] pairs = [.. reader.Fixed(reader.Count()).Select(p => (uint)p)];
        var slips = new ulong[reader.Count()];
        for (var i = 0; i < slips.Length; i++)
        {
            slips[i] = (ulong)(uint)reader.Fixed() << 32 | (uint)reader.Fixed();
        }
        return new WrittenTerms(terms, counts, pairs, slips);
    }

    private static uint Pair(char first, char second) => (uint)first << 16 | second;

    // FNV-1a: the same in every process, unlike a string's own.
    private static uint Number(string text)
    {
        var number = 2166136261u;
        foreach (var c in text)
        {
            number = unchecked((number ^ c) * 16777619u);
        }
        return number;
    }
}
