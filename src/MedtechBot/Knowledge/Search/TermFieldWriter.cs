using System.Buffers.Binary;
using MedtechBot.Knowledge.Stored;

namespace MedtechBot.Knowledge.Search;

/// <summary>Writes one field, term by term in the order of their bytes. Each says how it differs from the one before; a block begins anew.</summary>
internal sealed class TermFieldWriter(int documents, bool areNumbers)
{
    private readonly ByteWriter _places = new();
    private readonly ByteWriter _terms = new();
    private readonly PostingWriter _postings = new(documents);
    private byte[] _before = new byte[64];
    private int _beforeLength;

    /// <summary>So many terms so far: the next one's number.</summary>
    public int Count { get; private set; }

    public void Add(ReadOnlySpan<byte> term, ReadOnlySpan<int> documents, ReadOnlySpan<byte> more)
    {
        if (Count++ % TermFieldData.TermsInBlock == 0)
        {
            _places.Fixed(_terms.Length);
            _places.Fixed(_postings.Length);
            _beforeLength = 0;
        }
        if (areNumbers)
        {
            _terms.Number(Number(term) - (_beforeLength == 0 ? 0 : Number(_before)));
        }
        else
        {
            var shared = term.CommonPrefixLength(_before.AsSpan(0, _beforeLength));
            _terms.Number(shared);
            _terms.Number(term.Length - shared);
            _terms.Bytes(term[shared..]);
        }
        Remember(term);
        var start = _postings.Length;
        var hasMore = _postings.Add(documents, more);
        _terms.Number((uint)documents.Length << 1 | (hasMore ? 1u : 0u));
        if (documents.Length > 1)
        {
            _terms.Number(_postings.Length - start);
        }
    }

    /// <param name="lengths">How many terms each document has, however often.</param>
    public TermFieldData Finish(ReadOnlySpan<int> lengths) => TermFieldData.Of(areNumbers, Count, lengths, _places, _terms, _postings);

    private void Remember(ReadOnlySpan<byte> term)
    {
        if (_before.Length < term.Length)
        {
            _before = new byte[2 * term.Length];
        }
        term.CopyTo(_before);
        _beforeLength = term.Length;
    }

    // The highest byte first, so that bytes sort as the numbers do.
    public static void WriteNumber(Span<byte> into, uint number) => BinaryPrimitives.WriteUInt32BigEndian(into, number);

    public static uint Number(ReadOnlySpan<byte> term) => BinaryPrimitives.ReadUInt32BigEndian(term);
}
