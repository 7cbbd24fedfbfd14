using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MedtechBot.Knowledge.Search;

/// <summary>
/// The documents of one term in rising order, block by block, and how much oftener than once each holds the term. A block is Elias-Fano
/// coded: the low bits of all its documents as they are, then the high ones as the places of ones in a row of bits, so that no document
/// has to wait for the one before it and none takes more than two bits beyond what the average distance needs.
/// </summary>
internal ref struct PostingReader
{
    public const int Block = 128;

    /// <summary>So many bytes must stand behind the last list, since bits are read eight bytes at once.</summary>
    public const int Padding = sizeof(ulong);

    private readonly Span<int> _documents;
    private readonly int _all;
    private readonly bool _hasMore;
    private readonly bool _isSingle;
    private ReadOnlySpan<byte> _bytes;
    private int _left;
    private int _before;

    /// <param name="bytes">The list, and whatever follows it.</param>
    /// <param name="all">How many documents there are.</param>
    /// <param name="documents">Room for a block.</param>
    public PostingReader(ReadOnlySpan<byte> bytes, in TermPlace term, int all, Span<int> documents)
    {
        _bytes = bytes;
        _documents = documents[..Block];
        (_left, _hasMore, _isSingle) = (term.Frequency, term.HasMore, term.Frequency == 1);
        (_all, _before) = (all, -1);
    }

    public ReadOnlySpan<int> Documents { get; private set; }

    /// <summary>A bit for each document that holds the term oftener than once, the lowest first; empty when none does.</summary>
    public ReadOnlySpan<byte> Oftener { get; private set; }

    /// <summary>For each of those, how much oftener.</summary>
    public ReadOnlySpan<byte> More { get; private set; }

    public static int SingleLength(int all) => all <= 0x100 ? 1 : all <= 0x10000 ? 2 : all <= 0x1000000 ? 3 : 4;

    /// <summary>How many low bits the documents of a block have, which lie so close to each other.</summary>
    public static int LowBits(int range, int count) => range / count is var mean and > 0 ? BitOperations.Log2((uint)mean) : 0;

    public bool Next()
    {
        if (_left == 0)
        {
            return false;
        }
        var count = Math.Min(_left, Block);
        Documents = _documents[..count];
        if (_isSingle)
        {
            var length = SingleLength(_all);
            _documents[0] = (int)(BinaryPrimitives.ReadUInt64LittleEndian(_bytes) & ((1UL << (8 * length)) - 1));
            _bytes = _bytes[length..];
        }
        else
        {
            Read(_documents[..count]);
        }
        Oftener = More = default;
        if (_hasMore)
        {
            ReadMore(count);
        }
        _left -= count;
        return true;
    }

    private void Read(Span<int> documents)
    {
        var range = _all - _before - 1;
        if (_left > Block)
        {
            range = BinaryPrimitives.ReadInt32LittleEndian(_bytes);
            _bytes = _bytes[sizeof(int)..];
        }
        var low = LowBits(range, documents.Length);
        var (mask, first) = ((1UL << low) - 1, _before + 1);
        ref var lows = ref MemoryMarshal.GetReference(_bytes);
        var highs = _bytes[(((documents.Length * low) + 7) / 8)..];
        var (done, at) = (0, 0);
        while (true)
        {
            // As many bytes at once as a number has; what lies behind the block's last one is another's.
            var bits = BinaryPrimitives.ReadUInt64LittleEndian(highs[at..]);
            for (; bits != 0; bits &= bits - 1)
            {
                var place = BitOperations.TrailingZeroCount(bits);
                documents[done] = first + (((8 * at) + place - done) << low) + (int)(Bits(ref lows, done * low) & mask);
                if (++done == documents.Length)
                {
                    _bytes = highs[(at + (place / 8) + 1)..];
                    _before = documents[^1];
                    return;
                }
            }
            at += sizeof(ulong);
        }
    }

    private void ReadMore(int count)
    {
        var flags = _bytes[..((count + 7) / 8)];
        var more = 0;
        foreach (var flag in flags)
        {
            more += BitOperations.PopCount(flag);
        }
        _bytes = _bytes[flags.Length..];
        Oftener = flags;
        More = _bytes[..more];
        _bytes = _bytes[more..];
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Bits(ref byte start, int at)
    {
        var bits = Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref start, at >> 3));
        return (BitConverter.IsLittleEndian ? bits : BinaryPrimitives.ReverseEndianness(bits)) >> (at & 7);
    }
}
