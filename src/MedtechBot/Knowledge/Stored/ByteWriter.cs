using System.Buffers.Binary;
using System.Text;

namespace MedtechBot.Knowledge.Stored;

/// <summary>Writes values one behind the other; small numbers take one byte.</summary>
internal sealed class ByteWriter
{
    private byte[] _buffer = new byte[256];

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => _buffer.AsSpan(0, Length);

    public void Clear() => Length = 0;

    public void Number(uint value)
    {
        var room = Room(5);
        var length = 0;
        for (; value >= 0x80; value >>= 7)
        {
            room[length++] = (byte)(value | 0x80);
        }
        room[length++] = (byte)value;
        Length += length;
    }

    public void Number(int value) => Number(checked((uint)value));

    /// <summary>Four bytes, so that it can be read in place.</summary>
    public void Fixed(int value)
    {
        BinaryPrimitives.WriteInt32LittleEndian(Room(4), value);
        Length += 4;
    }

    public void Fixed(ReadOnlySpan<int> values)
    {
        foreach (var value in values)
        {
            Fixed(value);
        }
    }

    /// <summary>The lowest bytes of a number, the lowest first.</summary>
    public void Little(uint value, int length)
    {
        BinaryPrimitives.WriteUInt64LittleEndian(Room(sizeof(ulong)), value);
        Length += length;
    }

    /// <summary>Numbers in rising order, by what each is more than the one before.</summary>
    public void Rising(ReadOnlySpan<uint> values)
    {
        Number(values.Length);
        var before = 0u;
        foreach (var value in values)
        {
            Number(value - before);
            before = value;
        }
    }

    public void Text(string? text)
    {
        if (text is null)
        {
            Number(0);
            return;
        }
        var length = Encoding.UTF8.GetByteCount(text);
        Number(length + 1);
        Encoding.UTF8.GetBytes(text, Room(length));
        Length += length;
    }

    public void Texts(IReadOnlyCollection<string> texts)
    {
        Number(texts.Count);
        foreach (var text in texts)
        {
            Text(text);
        }
    }

    public void Bytes(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Room(bytes.Length));
        Length += bytes.Length;
    }

    public byte[] ToArray() => Written.ToArray();

    private Span<byte> Room(int more)
    {
        if (_buffer.Length - Length < more)
        {
            Array.Resize(ref _buffer, Math.Max(checked(Length + more), (int)Math.Min(Array.MaxLength, _buffer.Length * 2L)));
        }
        return _buffer.AsSpan(Length);
    }
}
