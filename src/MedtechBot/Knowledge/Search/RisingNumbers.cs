using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using MedtechBot.Knowledge.Stored;

namespace MedtechBot.Knowledge.Search;

/// <summary>
/// Different numbers in rising order, Elias-Fano coded: the low bits of all of them as they are, then the high ones as the places of ones in a
/// row of bits, so that none has to wait for the one before it and none takes more than two bits beyond what the average distance needs.
/// </summary>
internal static class RisingNumbers
{
    /// <summary>So many bytes must stand behind the last ones, since bits are read eight bytes at once.</summary>
    public const int Padding = sizeof(ulong);

    /// <param name="first">None is below it.</param>
    /// <param name="range">All are below <paramref name="first"/> and this.</param>
    public static void Write(ByteWriter writer, ReadOnlySpan<int> numbers, int first, int range)
    {
        var low = LowBits(range, numbers.Length);
        var lows = new BitWriter(writer);
        foreach (var number in numbers)
        {
            lows.Add((uint)(number - first) & ((1u << low) - 1), low);
        }
        lows.End();
        var highs = new BitWriter(writer);
        var before = 0u;
        foreach (var number in numbers)
        {
            var high = (uint)(number - first) >> low;
            for (; high - before >= 32; before += 32)
            {
                highs.Add(0, 32);
            }
            highs.Add(0, (int)(high - before));
            highs.Add(1, 1);
            before = high;
        }
        highs.End();
    }

    /// <param name="into">As many as there are; at least one.</param>
    /// <returns>What stands behind them.</returns>
    public static ReadOnlySpan<byte> Read(ReadOnlySpan<byte> bytes, Span<int> into, int first, int range)
    {
        var low = LowBits(range, into.Length);
        var mask = (1UL << low) - 1;
        ref var lows = ref MemoryMarshal.GetReference(bytes);
        var highs = bytes[(((into.Length * low) + 7) / 8)..];
        var (done, at) = (0, 0);
        while (true)
        {
            // What lies behind the last one is another's.
            var bits = BinaryPrimitives.ReadUInt64LittleEndian(highs[at..]);
            for (; bits != 0; bits &= bits - 1)
            {
                var place = BitOperations.TrailingZeroCount(bits);
                into[done] = first + (((8 * at) + place - done) << low) + (int)(Bits(ref lows, done * low) & mask);
                if (++done == into.Length)
                {
                    return highs[(at + (place / 8) + 1)..];
                }
            }
            at += sizeof(ulong);
        }
    }

    private static int LowBits(int range, int count) => range / count is var mean and > 0 ? BitOperations.Log2((uint)mean) : 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Bits(ref byte start, int at)
    {
        var bits = Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref start, at >> 3));
        return (BitConverter.IsLittleEndian ? bits : BinaryPrimitives.ReverseEndianness(bits)) >> (at & 7);
    }
}

/// <summary>Bits one behind the other, the lowest first, up to 32 at once.</summary>
internal struct BitWriter(ByteWriter writer)
{
    private ulong _bits;
    private int _count;

    public void Add(uint value, int count)
    {
        _bits |= (ulong)value << _count;
        _count += count;
        if (_count >= 32)
        {
            writer.Little((uint)_bits, 4);
            _bits >>= 32;
            _count -= 32;
        }
    }

    public readonly void End() => writer.Little((uint)_bits, (_count + 7) / 8);
}
