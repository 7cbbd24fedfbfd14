using System.Buffers.Binary;
using System.Numerics;

namespace MedtechBot.Knowledge.Search;

/// <summary>
/// The documents of one term in rising order, block by block (<see cref="RisingNumbers"/>), and how much oftener than once each holds the term.
/// </summary>
internal ref struct PostingReader
{
    public const int Block = 128;

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
        _bytes = RisingNumbers.Read(_bytes, documents, _before + 1, range);
        _before = documents[^1];
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
}
