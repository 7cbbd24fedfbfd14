using MedtechBot.Knowledge.Stored;

namespace MedtechBot.Knowledge.Search;

/// <summary>Goes through the terms of a field in their order.</summary>
/// <param name="block">Where to begin.</param>
internal sealed class TermCursor(TermFieldData terms, int block = 0)
{
    private byte[] _term = new byte[64];
    private int _length;
    private int _at = terms.Terms == 0 ? 0 : terms.Place(block).Terms;
    private int _next = terms.Terms == 0 ? 0 : terms.Place(block).Postings;

    public TermFieldData Field => terms;

    public ReadOnlySpan<byte> Term => _term.AsSpan(0, _length);

    public TermPlace Place { get; private set; } = new((block * TermFieldData.TermsInBlock) - 1, 0, false, 0);

    public bool Next()
    {
        var number = Place.Number + 1;
        if (number >= terms.Terms)
        {
            return false;
        }
        var isFirst = number % TermFieldData.TermsInBlock == 0;
        var bytes = terms.TermBytes[_at..];
        var reader = new ByteReader(bytes);
        if (terms.AreNumbers)
        {
            var step = reader.Number();
            TermFieldWriter.WriteNumber(_term, isFirst ? step : TermFieldWriter.Number(_term) + step);
            _length = sizeof(uint);
        }
        else
        {
            ReadWord(ref reader);
        }
        Place = ReadPlace(ref reader, number, _next, terms.Documents, out _next);
        _at += bytes.Length - reader.Left;
        return true;
    }

    /// <param name="start">Where the term's documents begin.</param>
    /// <param name="next">Where those of the next term do.</param>
    public static TermPlace ReadPlace(ref ByteReader reader, int number, int start, int documents, out int next)
    {
        var frequency = reader.Number();
        var hasMore = (frequency & 1) != 0;
        next = start + (frequency >> 1 > 1 ? reader.Count() : PostingReader.SingleLength(documents) + (hasMore ? 2 : 0));
        return new TermPlace(number, (int)(frequency >> 1), hasMore, start);
    }

    private void ReadWord(ref ByteReader reader)
    {
        var shared = reader.Count();
        var rest = reader.Bytes(reader.Count());
        _length = shared + rest.Length;
        if (_term.Length < _length)
        {
            Array.Resize(ref _term, 2 * _length);
        }
        rest.CopyTo(_term.AsSpan(shared));
    }
}
