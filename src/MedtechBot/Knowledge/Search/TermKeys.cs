using System.Buffers.Binary;

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

    /// <summary>The term's number; -1 when it is not among them.</summary>
    public int Find(ReadOnlySpan<byte> key)
    {
        for (int low = 0, high = Count - 1; low <= high;)
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
        return -1;
    }

    // The highest byte first, so that bytes sort as the numbers do.
    public static void WriteNumber(Span<byte> into, uint number) => BinaryPrimitives.WriteUInt32BigEndian(into, number);
}
