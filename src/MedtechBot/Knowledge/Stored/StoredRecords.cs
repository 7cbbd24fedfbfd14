namespace MedtechBot.Knowledge.Stored;

/// <summary>Records of any length in one section, each found by its number.</summary>
internal sealed class StoredRecords
{
    private readonly StoredBytes _bytes;
    private readonly long _start;
    private readonly int[] _starts;

    public StoredRecords(StoredBytes bytes, long section)
    {
        _bytes = bytes;
        Count = new ByteReader(bytes.Read(section, sizeof(int))).Fixed();
        _starts = new ByteReader(bytes.Read(section + sizeof(int), (Count + 1) * sizeof(int))).Fixed(Count + 1);
        _start = section + (Count + 2) * sizeof(int);
    }

    public int Count { get; }

    public byte[] this[int record] => _bytes.Read(_start + _starts[record], _starts[record + 1] - _starts[record]);

    /// <summary>A record where it lies.</summary>
    public ReadOnlySpan<byte> Span(int record) => _bytes.Span(_start + _starts[record], _starts[record + 1] - _starts[record]);

    public static void Write(ByteWriter writer, IReadOnlyList<byte[]> records)
    {
        writer.Fixed(records.Count);
        var start = 0;
        writer.Fixed(start);
        foreach (var record in records)
        {
            writer.Fixed(start += record.Length);
        }
        foreach (var record in records)
        {
            writer.Bytes(record);
        }
    }
}
