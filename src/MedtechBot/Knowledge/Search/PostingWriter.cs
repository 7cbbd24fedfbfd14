using System.Numerics;
using MedtechBot.Knowledge.Stored;

namespace MedtechBot.Knowledge.Search;

/// <summary>Writes what <see cref="PostingReader"/> reads; of the same documents always the same bytes.</summary>
internal sealed class PostingWriter(int all)
{
    private readonly ByteWriter _bytes = new();
    private readonly uint[] _steps = new uint[PostingReader.Block];

    public int Length => _bytes.Length;

    /// <param name="more">For each document how much oftener than once it holds the term.</param>
    /// <returns>Whether any holds it oftener than once.</returns>
    public bool Add(ReadOnlySpan<int> documents, ReadOnlySpan<byte> more)
    {
        var hasMore = more.ContainsAnyExcept((byte)0);
        if (documents.Length == 1)
        {
            _bytes.Little((uint)documents[0], PostingReader.SingleLength(all));
            _bytes.Bytes(hasMore ? more : []);
            return hasMore;
        }
        var before = -1;
        for (var start = 0; start < documents.Length; start += PostingReader.Block)
        {
            var count = Math.Min(PostingReader.Block, documents.Length - start);
            var blockMore = more.Slice(start, count);
            var from = before;
            for (var i = 0; i < count; i++)
            {
                _steps[i] = (uint)(documents[start + i] - before - 1);
                before = documents[start + i];
            }
            if (count == PostingReader.Block)
            {
                AddWhole(blockMore);
            }
            else
            {
                AddRice(count, PostingReader.RiceBits(all, from, count));
                if (hasMore)
                {
                    AddMore(blockMore);
                }
            }
        }
        return hasMore;
    }

    public void WriteTo(ByteWriter writer)
    {
        writer.Bytes(_bytes.Written);
        writer.Bytes(new byte[PostingReader.Padding]);
    }

    private void AddWhole(ReadOnlySpan<byte> more)
    {
        var longest = 0u;
        foreach (var step in _steps)
        {
            longest |= step;
        }
        var width = 32 - BitOperations.LeadingZeroCount(longest);
        var hasMore = more.ContainsAnyExcept((byte)0);
        _bytes.Little((uint)(width | (hasMore ? PostingReader.HasMoreFlag : 0)), 1);
        var bits = new BitWriter(_bytes);
        foreach (var step in _steps)
        {
            bits.Add(step, width);
        }
        bits.End();
        if (hasMore)
        {
            AddMore(more);
        }
    }

    private void AddRice(int count, int low)
    {
        var bits = new BitWriter(_bytes);
        foreach (var step in _steps.AsSpan(0, count))
        {
            var high = (int)(step >> low);
            if (high < PostingReader.LongestUnary)
            {
                bits.Add((1u << high) - 1, high + 1);
                bits.Add(step & ((1u << low) - 1), low);
            }
            else
            {
                bits.Add(uint.MaxValue, PostingReader.LongestUnary);
                bits.Add(step, 32);
            }
        }
        bits.End();
    }

    private void AddMore(ReadOnlySpan<byte> more)
    {
        var bits = new BitWriter(_bytes);
        foreach (var times in more)
        {
            bits.Add(times == 0 ? 0u : 1u, 1);
        }
        bits.End();
        foreach (var times in more)
        {
            if (times != 0)
            {
                _bytes.Little(times, 1);
            }
        }
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
