using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace MedtechBot.Knowledge.Stored;

/// <summary>Reads what <see cref="ByteWriter"/> wrote. Bytes that are none of its own end in an exception, never outside the span.</summary>
internal ref struct ByteReader(ReadOnlySpan<byte> bytes)
{
    private ReadOnlySpan<byte> _rest = bytes;

    public readonly int Left => _rest.Length;

    public readonly bool IsAtEnd => _rest.IsEmpty;

    public uint Number()
    {
        var value = 0u;
        for (int i = 0, shift = 0; ; i++, shift += 7)
        {
            uint next = _rest[i];
            value |= (next & 0x7F) << shift;
            if (next < 0x80)
            {
                _rest = _rest[(i + 1)..];
                return value;
            }
        }
    }

    public int Count() => checked((int)Number());

    public int Fixed()
    {
        var value = BinaryPrimitives.ReadInt32LittleEndian(_rest);
        _rest = _rest[4..];
        return value;
    }

    public int[] Fixed(int count)
    {
        var values = new int[count];
        Bytes(checked(count * 4)).CopyTo(MemoryMarshal.AsBytes(values.AsSpan()));
        if (!BitConverter.IsLittleEndian)
        {
            BinaryPrimitives.ReverseEndianness(values, values);
        }
        return values;
    }

    public uint[] Rising()
    {
        var values = new uint[Count()];
        var before = 0u;
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = before += Number();
        }
        return values;
    }

    public string? TextOrNull()
    {
        var length = Count();
        return length == 0 ? null : Encoding.UTF8.GetString(Bytes(length - 1));
    }

    public string Text() => TextOrNull() ?? throw new InvalidDataException("A text is missing.");

    public string[] Texts()
    {
        var count = Count();
        if (count == 0)
        {
            return [];
        }
        var texts = new string[count];
        for (var i = 0; i < count; i++)
        {
            texts[i] = Text();
        }
        return texts;
    }

    public ReadOnlySpan<byte> Bytes(int length)
    {
        var bytes = _rest[..length];
        _rest = _rest[length..];
        return bytes;
    }
}
