using MedtechBot.Knowledge.Stored;

namespace MedtechBot.Knowledge.Search;

/// <summary>
/// One field of an index as it is stored: how many terms each document has in it, its terms in the order of their bytes, and for each of
/// them the documents that hold it. It is read where it lies. Terms stand in blocks, each of which says where it and its documents begin.
/// </summary>
internal sealed class TermFieldData
{
    public const int TermsInBlock = 16;
    private const int HeaderLength = 6 * sizeof(int);
    private const int PlaceLength = 2 * sizeof(int);

    private readonly StoredBytes _bytes;
    private readonly long _places;
    private readonly (int Lengths, int Terms, int Postings) _size;

    /// <param name="section">Where in the bytes the field begins.</param>
    public TermFieldData(StoredBytes bytes, long section)
    {
        _bytes = bytes;
        var header = new ByteReader(bytes.Span(section, HeaderLength));
        (Terms, Documents, AreNumbers) = (header.Fixed(), header.Fixed(), header.Fixed() == 1);
        _size = (header.Fixed(), header.Fixed(), header.Fixed());
        _places = section + HeaderLength;
    }

    public static TermFieldData Empty { get; } = new TermFieldWriter(0, areNumbers: false).Finish([]);

    public int Terms { get; }

    public int Documents { get; }

    /// <summary>Terms are numbers of four bytes, and not words.</summary>
    public bool AreNumbers { get; }

    public int Blocks => (Terms + TermsInBlock - 1) / TermsInBlock;

    public ReadOnlySpan<byte> TermBytes => _bytes.Span(LengthsAt + _size.Lengths, _size.Terms);

    public ReadOnlySpan<byte> Postings => _bytes.Span(LengthsAt + _size.Lengths + _size.Terms, _size.Postings);

    private long LengthsAt => _places + (Blocks * PlaceLength);

    /// <summary>How many terms each document has.</summary>
    public int[] Lengths()
    {
        var reader = new ByteReader(_bytes.Span(LengthsAt, _size.Lengths));
        var lengths = new int[Documents];
        foreach (ref var length in lengths.AsSpan())
        {
            length = reader.Count();
        }
        return lengths;
    }

    /// <summary>How many documents hold each term. Every start asks for it, so that terms are passed over without being written out.</summary>
    public int[] Frequencies()
    {
        var reader = new ByteReader(TermBytes);
        var frequencies = new int[Terms];
        foreach (ref var frequency in frequencies.AsSpan())
        {
            reader.Number();
            if (!AreNumbers)
            {
                reader.Bytes(reader.Count());
            }
            frequency = (int)(reader.Number() >> 1);
            if (frequency > 1)
            {
                reader.Number();
            }
        }
        GC.KeepAlive(this);
        return frequencies;
    }

    /// <summary>Where a block's terms and their documents begin.</summary>
    public (int Terms, int Postings) Place(int block)
    {
        var reader = new ByteReader(_bytes.Span(_places + (block * (long)PlaceLength), PlaceLength));
        return (reader.Fixed(), reader.Fixed());
    }

    public void Write(ByteWriter writer)
    {
        var start = _places - HeaderLength;
        writer.Bytes(_bytes.Span(start, checked((int)(LengthsAt + _size.Lengths + _size.Terms + _size.Postings - start))));
    }

    public static TermFieldData Of(bool areNumbers, int terms, ReadOnlySpan<int> lengths, ByteWriter places, ByteWriter termBytes, PostingWriter postings)
    {
        var (all, lengthBytes) = (new ByteWriter(), new ByteWriter());
        foreach (var length in lengths)
        {
            lengthBytes.Number(length);
        }
        all.Fixed([terms, lengths.Length, areNumbers && terms > 0 ? 1 : 0, lengthBytes.Length, termBytes.Length, postings.Length + RisingNumbers.Padding]);
        all.Bytes(places.Written);
        all.Bytes(lengthBytes.Written);
        all.Bytes(termBytes.Written);
        postings.WriteTo(all);
        return new TermFieldData(new StoredBytes(all.ToArray()), 0);
    }
}

/// <summary>A term's number among the terms, and where its documents are.</summary>
/// <param name="Frequency">How many documents hold it.</param>
/// <param name="HasMore">Some of them oftener than once.</param>
/// <param name="Start">In the field's postings.</param>
internal readonly record struct TermPlace(int Number, int Frequency, bool HasMore, int Start);
