using MedtechBot.Knowledge.Stored;

namespace MedtechBot.Knowledge.Search;

/// <summary>Writes what <see cref="PostingReader"/> reads; of the same documents always the same bytes.</summary>
internal sealed class PostingWriter(int all)
{
    private readonly ByteWriter _bytes = new();

    public int Length => _bytes.Length;

    /// <param name="more">For each document how much oftener than once it holds the term.</param>
    /// <returns>Whether any holds it oftener than once.</returns>
    public bool Add(ReadOnlySpan<int> documents, ReadOnlySpan<byte> more)
    {
        var hasMore = more.ContainsAnyExcept((byte)0);
        var before = -1;
        for (var start = 0; start < documents.Length; start += PostingReader.Block)
        {
            var count = Math.Min(PostingReader.Block, documents.Length - start);
            var block = documents.Slice(start, count);
            if (documents.Length == 1)
            {
                _bytes.Little((uint)documents[0], PostingReader.SingleLength(all));
            }
            else
            {
                // Of the last block it is known that all the rest are open to it.
                var isLast = start + count == documents.Length;
                var range = (isLast ? all - 1 : block[^1]) - before;
                _bytes.Little((uint)range, isLast ? 0 : sizeof(int));
                Add(block, before + 1, PostingReader.LowBits(range, count));
            }
            if (hasMore)
            {
                AddMore(more.Slice(start, count));
            }
            before = block[^1];
        }
        return hasMore;
    }

    public void WriteTo(ByteWriter writer)
    {
        writer.Bytes(_bytes.Written);
        writer.Bytes(new byte[PostingReader.Padding]);
    }

    private void Add(ReadOnlySpan<int> block, int first, int low)
    {
        var lows = new BitWriter(_bytes);
        foreach (var document in block)
        {
            lows.Add((uint)(document - first) & ((1u << low) - 1), low);
        }
        lows.End();
        var highs = new BitWriter(_bytes);
        var before = 0u;
        foreach (var document in block)
        {
            var high = (uint)(document - first) >> low;
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
