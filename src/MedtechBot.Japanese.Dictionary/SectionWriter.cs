using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace MedtechBot.Japanese.Dictionary;

/// <summary>Lays the sections out behind the header.</summary>
internal sealed class SectionWriter
{
    private readonly byte[][] sections = new byte[DictionaryFormat.SectionCount][];

    public void Add<T>(DictionarySection section, ReadOnlySpan<T> items)
        where T : unmanaged => sections[(int)section] = MemoryMarshal.AsBytes(items).ToArray();

    public void Add<T>(DictionarySection section, Span<T> items)
        where T : unmanaged => Add(section, (ReadOnlySpan<T>)items);

    public void Add<T>(DictionarySection section, T[] items)
        where T : unmanaged => Add(section, (ReadOnlySpan<T>)items);

    public void WriteTo(Stream output)
    {
        var header = new byte[DictionaryFormat.HeaderLength];
        long offset = Align(header.Length);
        for (var i = 0; i < sections.Length; i++)
        {
            var at = header.AsSpan(24 + (i * 16));
            BinaryPrimitives.WriteInt64LittleEndian(at, offset);
            BinaryPrimitives.WriteInt64LittleEndian(at[8..], sections[i].Length);
            offset = Align(offset + sections[i].Length);
        }

        BinaryPrimitives.WriteUInt64LittleEndian(header, DictionaryFormat.Magic);
        BinaryPrimitives.WriteInt64LittleEndian(header.AsSpan(8), DictionaryFormat.Version);
        BinaryPrimitives.WriteInt64LittleEndian(header.AsSpan(16), offset);
        WritePadded(output, header);
        foreach (var section in sections)
        {
            WritePadded(output, section);
        }
    }

    private static void WritePadded(Stream output, byte[] bytes)
    {
        output.Write(bytes);
        output.Write(new byte[(int)(Align(bytes.Length) - bytes.Length)]);
    }

    private static long Align(long length) =>
        (length + DictionaryFormat.Alignment - 1) / DictionaryFormat.Alignment * DictionaryFormat.Alignment;
}
