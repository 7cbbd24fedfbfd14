using MedtechBot.Knowledge.Stored;

namespace MedtechBot.Knowledge.Search;

/// <summary>One field of an index as it is stored: its terms in order, and for each of them the documents that hold it and how often.</summary>
/// <param name="Lengths">How many terms each document has in this field.</param>
/// <param name="Starts">Where in <paramref name="Postings"/> each term's documents begin, and the last ends.</param>
internal sealed record TermFieldData(int[] Lengths, TermKeys Keys, int[] Starts, byte[] Postings)
{
    public const int HeaderLength = 5 * sizeof(int);

    public static TermFieldData Empty { get; } = new([], TermKeys.None, [0], []);

    public void Write(ByteWriter writer)
    {
        writer.Fixed([Keys.Count, Lengths.Length, Keys.Starts is null ? 1 : 0, Keys.Bytes.Length, Postings.Length]);
        writer.Fixed(Lengths);
        writer.Fixed(Keys.Starts);
        writer.Bytes(Keys.Bytes);
        writer.Fixed(Starts);
        writer.Bytes(Postings);
    }

    /// <summary>Everything but the postings, and where in the section they begin.</summary>
    public static (TermFieldData WithoutPostings, long PostingsAt, int PostingsLength) ReadHead(StoredBytes bytes, long section)
    {
        var header = new ByteReader(bytes.Read(section, HeaderLength));
        var (terms, documents, areNumbers, keyBytes, postings) = (header.Fixed(), header.Fixed(), header.Fixed() == 1, header.Fixed(), header.Fixed());
        var length = (documents + (areNumbers ? 0 : terms + 1) + terms + 1) * sizeof(int) + keyBytes;
        var reader = new ByteReader(bytes.Read(section + HeaderLength, length));
        var lengths = reader.Fixed(documents);
        var keyStarts = areNumbers ? null : reader.Fixed(terms + 1);
        var keys = reader.Bytes(keyBytes).ToArray();
        return (new TermFieldData(lengths, new TermKeys(keys, keyStarts), reader.Fixed(terms + 1), []), section + HeaderLength + length, postings);
    }

    public static TermFieldData Read(StoredBytes bytes, long section)
    {
        var (data, at, length) = ReadHead(bytes, section);
        return data with { Postings = bytes.Read(at, length) };
    }
}
