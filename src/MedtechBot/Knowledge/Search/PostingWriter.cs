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
                RisingNumbers.Write(_bytes, block, before + 1, range);
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
        writer.Bytes(new byte[RisingNumbers.Padding]);
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
