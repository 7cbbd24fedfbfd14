using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MedtechBot.Knowledge.Search;

/// <summary>
/// The documents of one term in rising order, block by block, each with how much oftener than once it holds the term. Whole blocks are
/// steps of as many bits as the longest of them takes, which are read without waiting for each other; what is left over, which is all of
/// a rare term, is Rice-coded.
/// </summary>
internal ref struct PostingReader
{
    public const int Block = 128;

    /// <summary>So many bytes must stand behind the last list, since bits are read eight bytes at once, and twice for a step.</summary>
    public const int Padding = 2 * sizeof(ulong);

    public const int WidthMask = 0x3F;
    public const int HasMoreFlag = 0x40;

    /// <summary>So many ones in a row say that the step follows as it is.</summary>
    public const int LongestUnary = 32;

    private readonly Span<int> _documents;
    private readonly Span<byte> _more;
    private readonly int _all;
    private readonly bool _hasMore;
    private readonly bool _isSingle;
    private ReadOnlySpan<byte> _bytes;
    private int _left;
    private int _before;

    /// <param name="bytes">The list, and whatever follows it.</param>
    /// <param name="all">How many documents there are.</param>
    /// <param name="documents">Room for a block.</param>
    /// <param name="more">Room for a block.</param>
    public PostingReader(ReadOnlySpan<byte> bytes, in TermPlace term, int all, Span<int> documents, Span<byte> more)
    {
        _bytes = bytes;
        _documents = documents[..Block];
        _more = more[..Block];
        (_left, _hasMore, _isSingle) = (term.Frequency, term.HasMore, term.Frequency == 1);
        (_all, _before) = (all, -1);
    }

    public ReadOnlySpan<int> Documents { get; private set; }

    /// <summary>For each document how much oftener than once; empty when all of the block hold the term once.</summary>
    public ReadOnlySpan<byte> More { get; private set; }

    public static int SingleLength(int all) => all <= 0x100 ? 1 : all <= 0x10000 ? 2 : all <= 0x1000000 ? 3 : 4;

    /// <summary>How many low bits of a step are written as they are: about as many as the average one takes.</summary>
    public static int RiceBits(int all, int before, int count) => (all - before - 1) / count is var mean and > 0 ? BitOperations.Log2((uint)mean) : 0;

    public bool Next()
    {
        if (_left == 0)
        {
            return false;
        }
        var count = Math.Min(_left, Block);
        Documents = _documents[..count];
        More = default;
        if (_isSingle)
        {
            ReadSingle();
        }
        else if (count == Block)
        {
            ReadWhole();
        }
        else
        {
            ReadRice(count);
        }
        _left -= count;
        return true;
    }

    private void ReadSingle()
    {
        var length = SingleLength(_all);
        _documents[0] = (int)(Bits(ref MemoryMarshal.GetReference(_bytes[..sizeof(ulong)]), 0) & ((1UL << (8 * length)) - 1));
        if (_hasMore)
        {
            _more[0] = _bytes[length];
            More = _more[..1];
        }
    }

    private void ReadWhole()
    {
        var (width, hasMore) = (_bytes[0] & WidthMask, (_bytes[0] & HasMoreFlag) != 0);
        var length = Block / 8 * width;
        ref var start = ref MemoryMarshal.GetReference(_bytes.Slice(1, length + Padding));
        var mask = (1UL << width) - 1;
        var documents = _documents;
        var before = _before;
        for (int i = 0, at = 0; i < documents.Length; i++, at += width)
        {
            before += (int)(Bits(ref start, at) & mask) + 1;
            documents[i] = before;
        }
        _before = before;
        _bytes = _bytes[(1 + length)..];
        if (hasMore)
        {
            ReadMore(Block);
        }
    }

    private void ReadRice(int count)
    {
        var low = RiceBits(_all, _before, count);
        var mask = (1UL << low) - 1;
        var at = 0;
        ref var start = ref MemoryMarshal.GetReference(_bytes);
        for (var i = 0; i < count; i++)
        {
            Check(at);
            var high = BitOperations.TrailingZeroCount(~Bits(ref start, at));
            ulong step;
            if (high < LongestUnary)
            {
                at += high + 1;
                step = ((ulong)high << low) | (Bits(ref start, at) & mask);
                at += low;
            }
            else
            {
                step = Bits(ref start, at + LongestUnary) & uint.MaxValue;
                at += LongestUnary + 32;
            }
            _documents[i] = _before += (int)step + 1;
        }
        _bytes = _bytes[((at + 7) / 8)..];
        if (_hasMore)
        {
            ReadMore(count);
        }
    }

    // Never beyond what was given, whatever it holds.
    private readonly void Check(int at)
    {
        if ((at >> 3) + Padding > _bytes.Length)
        {
            throw new InvalidDataException("A list of documents ends early.");
        }
    }

    private void ReadMore(int count)
    {
        var flags = _bytes[..((count + 7) / 8)];
        var at = flags.Length;
        for (var i = 0; i < count; i++)
        {
            _more[i] = (flags[i >> 3] >> (i & 7) & 1) != 0 ? _bytes[at++] : (byte)0;
        }
        _bytes = _bytes[at..];
        More = _more[..count];
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Bits(ref byte start, int at)
    {
        var bits = Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref start, at >> 3));
        return (BitConverter.IsLittleEndian ? bits : BinaryPrimitives.ReverseEndianness(bits)) >> (at & 7);
    }
}
