using MedtechBot.Knowledge.Stored;

namespace MedtechBot.Knowledge.Search;

/// <summary>The documents of one term in rising order, each with how often it holds the term.</summary>
internal ref struct PostingReader
{
    private ByteReader _bytes;
    private int _left;

    public PostingReader(ReadOnlySpan<byte> bytes)
    {
        _bytes = new ByteReader(bytes);
        _left = Frequency = _bytes.Count();
        Document = -1;
    }

    public int Frequency { get; }

    public int Document { get; private set; }

    public int Count { get; private set; }

    public bool Next()
    {
        if (_left-- == 0)
        {
            return false;
        }
        // Most documents hold a term once, which takes no byte of its own.
        var step = _bytes.Number();
        Document += (int)(step >> 1) + 1;
        Count = (step & 1) == 0 ? 1 : _bytes.Count();
        return true;
    }
}

/// <summary>Writes what <see cref="PostingReader"/> reads.</summary>
internal static class PostingWriter
{
    public static void Write(ByteWriter writer, ReadOnlySpan<(int Document, int Count)> postings)
    {
        writer.Number(postings.Length);
        var before = -1;
        foreach (var (document, count) in postings)
        {
            before = Write(writer, before, document, count);
        }
    }

    /// <returns>The document, for the next call.</returns>
    public static int Write(ByteWriter writer, int before, int document, int count)
    {
        writer.Number((uint)(document - before - 1) << 1 | (count == 1 ? 0u : 1u));
        if (count != 1)
        {
            writer.Number(count);
        }
        return document;
    }
}
