using System.Buffers.Binary;
using System.Text;
using MedtechBot.Knowledge.Stored;

namespace MedtechBot.Knowledge.Search;

/// <summary>Terms as sorted bytes, one behind the other: words in UTF-8, runs of characters as numbers of four bytes.</summary>
/// <param name="bytes">All of them.</param>
/// <param name="starts">Where each begins, and the last ends; null when each takes four bytes.</param>
internal sealed class TermKeys(byte[] bytes, int[]? starts)
{
    public const int NumberLength = 4;

    public static TermKeys None { get; } = new([], [0]);

    public int Count { get; } = starts is null ? bytes.Length / NumberLength : starts.Length - 1;

    public byte[] Bytes => bytes;

    public int[]? Starts => starts;

    public ReadOnlySpan<byte> this[int term] =>
        starts is null ? bytes.AsSpan(term * NumberLength, NumberLength) : bytes.AsSpan(starts[term], starts[term + 1] - starts[term]);

    /// <summary>Words in the order of their bytes, with what belongs to each.</summary>
    public static (TermKeys Keys, T[] Values) Of<T>(Dictionary<string, T> words)
    {
        var sorted = words.Select(w => (Key: Encoding.UTF8.GetBytes(w.Key), w.Value)).ToArray();
        Array.Sort(sorted, (a, b) => a.Key.AsSpan().SequenceCompareTo(b.Key));
        return (InOrder(sorted.Select(s => s.Key)), [.. sorted.Select(s => s.Value)]);
    }

    public static TermKeys InOrder(IEnumerable<string> words) => InOrder(words.Select(Encoding.UTF8.GetBytes));

    private static TermKeys InOrder(IEnumerable<byte[]> words)
    {
        var (keys, starts) = (new ByteWriter(), new List<int> { 0 });
        foreach (var word in words)
        {
            keys.Bytes(word);
            starts.Add(keys.Length);
        }
        return new TermKeys(keys.ToArray(), [.. starts]);
    }

    public static TermKeys Read(ref ByteReader reader)
    {
        var starts = reader.Fixed(reader.Fixed());
        return new TermKeys(reader.Bytes(starts[^1]).ToArray(), starts);
    }

    /// <summary>Words; numbers are written by the field that has them.</summary>
    public void Write(ByteWriter writer)
    {
        writer.Fixed(starts!.Length);
        writer.Fixed(starts);
        writer.Bytes(bytes);
    }

    /// <summary>The term's number; when it is not among them the complement of where it would stand, which is below 0.</summary>
    public int Find(ReadOnlySpan<byte> key)
    {
        var (low, high) = (0, Count - 1);
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            switch (this[middle].SequenceCompareTo(key))
            {
                case 0:
                    return middle;
                case < 0:
                    low = middle + 1;
                    break;
                default:
                    high = middle - 1;
                    break;
            }
        }
        return ~low;
    }

    // The highest byte first, so that bytes sort as the numbers do.
    public static void WriteNumber(Span<byte> into, uint number) => BinaryPrimitives.WriteUInt32BigEndian(into, number);
}
