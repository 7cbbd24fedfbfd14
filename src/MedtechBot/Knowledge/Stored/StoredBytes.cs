using System.IO.MemoryMappedFiles;
using System.Numerics;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace MedtechBot.Knowledge.Stored;

/// <summary>
/// Bytes in memory or in a file. Records are read from the file one by one: what a turn needs of them is little, and what the system
/// keeps of them in memory is the system's. What every search looks into is mapped, so that it is read in place. Serves any number of threads.
/// </summary>
internal sealed unsafe class StoredBytes
{
    private const int Piece = 1 << 20;

    private readonly Lock _mapping = new();
    private volatile byte[]? _memory;
    private volatile MemoryMappedViewAccessor? _map;
    private SafeFileHandle? _file;

    public StoredBytes(byte[] memory) => (_memory, Length) = (memory, memory.Length);

    public StoredBytes(SafeFileHandle file) => (_file, Length) = (file, RandomAccess.GetLength(file));

    public long Length { get; }

    public bool IsInMemory => _memory is not null;

    /// <summary>Reads on from a file that holds the very same bytes, and frees the memory.</summary>
    public void MoveTo(SafeFileHandle file)
    {
        _file = file;
        _memory = null;
    }

    /// <summary>The bytes in place. They stay there as long as somebody holds this object.</summary>
    public ReadOnlySpan<byte> Span(long offset, int length)
    {
        if (_memory is { } memory)
        {
            return memory.AsSpan(checked((int)offset), length);
        }
        if ((_map ?? Map()) is not { } map)
        {
            return Span(offset, length);
        }
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(offset + length, Length);
        return new ReadOnlySpan<byte>((byte*)map.SafeMemoryMappedViewHandle.DangerousGetHandle() + offset, length);
    }

    public void CopyTo(Stream stream, long offset)
    {
        for (; offset < Length; offset += Piece)
        {
            stream.Write(Read(offset, (int)Math.Min(Piece, Length - offset)));
        }
    }

    public void Read(long offset, Span<byte> into)
    {
        if (_memory is { } memory)
        {
            memory.AsSpan(checked((int)offset), into.Length).CopyTo(into);
            return;
        }
        while (!into.IsEmpty)
        {
            var read = RandomAccess.Read(_file!, into, offset);
            if (read == 0)
            {
                throw new EndOfStreamException("The stored index ends early.");
            }
            into = into[read..];
            offset += read;
        }
    }

    public byte[] Read(long offset, int length)
    {
        var bytes = new byte[length];
        Read(offset, bytes);
        return bytes;
    }

    /// <summary>CRC-32C, which finds every flipped byte; the processor computes it as fast as memory is read.</summary>
    public uint Checksum(long offset, long length)
    {
        var buffer = new byte[(int)Math.Min(Piece, length)];
        var sum = uint.MaxValue;
        for (var left = length; left > 0;)
        {
            var piece = buffer.AsSpan(0, (int)Math.Min(buffer.Length, left));
            Read(offset, piece);
            sum = Add(sum, piece);
            (offset, left) = (offset + piece.Length, left - piece.Length);
        }
        return ~sum;
    }

    // A mapped file cannot be replaced on Windows, which every new index is to be.
    private MemoryMappedViewAccessor? Map()
    {
        lock (_mapping)
        {
            if (OperatingSystem.IsWindows())
            {
                _memory ??= Read(0, checked((int)Length));
                return null;
            }
            if (_map is null)
            {
                using var file = MemoryMappedFile.CreateFromFile(_file!, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: true);
                _map = file.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read);
            }
            return _map;
        }
    }

    public static uint Checksum(ReadOnlySpan<byte> bytes) => ~Add(uint.MaxValue, bytes);

    private static uint Add(uint sum, ReadOnlySpan<byte> bytes)
    {
        var words = MemoryMarshal.Cast<byte, ulong>(bytes);
        foreach (var word in words)
        {
            sum = BitOperations.Crc32C(sum, word);
        }
        foreach (var rest in bytes[(words.Length * sizeof(ulong))..])
        {
            sum = BitOperations.Crc32C(sum, rest);
        }
        return sum;
    }
}
