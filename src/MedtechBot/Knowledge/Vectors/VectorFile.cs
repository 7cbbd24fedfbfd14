using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using MedtechBot.Knowledge.Stored;

namespace MedtechBot.Knowledge.Vectors;

/// <summary>
/// The file that vectors are kept in, each beside the digest of the text it was made of, so that only what changed is made again. It
/// appears whole or not at all; one that is damaged, or another model's, is as good as none.
/// </summary>
internal static class VectorFile
{
    public const int DigestLength = 16;

    private const int Magic = 0x5642544D;
    // To be raised when the same bytes would mean something else.
    private const int Version = 1;
    // Magic, version, dimensions, count, length of the model's name, checksum of the rest, checksum of this.
    private const int HeadLength = 7 * sizeof(int);

    /// <summary>What tells texts apart.</summary>
    public static UInt128 Digest(string text) => BinaryPrimitives.ReadUInt128LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <returns>Empty when there is no file, or none that can be relied on.</returns>
    public static IReadOnlyDictionary<UInt128, float[]> Read(string file, string model, Action<string>? tell)
    {
        try
        {
            if (!File.Exists(file))
            {
                return new Dictionary<UInt128, float[]>();
            }
            using var handle = File.OpenHandle(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            return Read(new StoredBytes(handle), model);
        }
        // Whatever is wrong with a shortcut, there is the long way.
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            tell?.Invoke($"stored vectors cannot be used ({(failure is InvalidDataException ? failure.Message : failure.GetType().Name)}); they are made anew");
            return new Dictionary<UInt128, float[]>();
        }
    }

    private static Dictionary<UInt128, float[]> Read(StoredBytes bytes, string model)
    {
        var head = bytes.Length < HeadLength ? throw new InvalidDataException("cut off") : bytes.Read(0, HeadLength);
        var reader = new ByteReader(head);
        if (reader.Fixed() != Magic || reader.Fixed() != Version)
        {
            throw new InvalidDataException("of another kind or version");
        }
        var (dimensions, count, name, sum) = (reader.Fixed(), reader.Fixed(), reader.Fixed(), (uint)reader.Fixed());
        if ((uint)reader.Fixed() != StoredBytes.Checksum(head.AsSpan(0, HeadLength - sizeof(int))) || dimensions is < 1 or > VectorOptions.MostDimensions || count < 0 || name < 0
            || bytes.Length != HeadLength + name + (long)count * (DigestLength + dimensions * sizeof(float)) || bytes.Checksum(HeadLength, bytes.Length - HeadLength) != sum)
        {
            throw new InvalidDataException("damaged or cut off");
        }
        var vectors = new Dictionary<UInt128, float[]>();
        if (Encoding.UTF8.GetString(bytes.Read(HeadLength, name)) != model)
        {
            return vectors;
        }
        var row = new byte[DigestLength + dimensions * sizeof(float)];
        for (var i = 0; i < count; i++)
        {
            bytes.Read(HeadLength + name + (long)i * row.Length, row);
            var vector = MemoryMarshal.Cast<byte, float>(row.AsSpan(DigestLength)).ToArray();
            vectors[BinaryPrimitives.ReadUInt128LittleEndian(row)] = vector;
        }
        return vectors;
    }

    /// <returns>Whether it was written.</returns>
    public static bool TryWrite(string file, string model, IReadOnlyDictionary<UInt128, float[]> vectors, Action<string>? tell)
    {
        var unfinished = file + "." + RandomNumberGenerator.GetHexString(12, lowercase: true) + ".new";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
            using (var stream = new FileStream(unfinished, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Read, 1 << 16))
            {
                Write(stream, model, vectors);
                stream.Flush(flushToDisk: true);
            }
            File.Move(unfinished, file, overwrite: true);
            return true;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            tell?.Invoke($"vectors cannot be stored ({failure.GetType().Name}): the next start makes them anew");
            StoredFile.TryDelete(unfinished);
            return false;
        }
    }

    private static void Write(FileStream stream, string model, IReadOnlyDictionary<UInt128, float[]> vectors)
    {
        var dimensions = vectors.Values.First().Length;
        var name = Encoding.UTF8.GetBytes(model);
        stream.Write(new byte[HeadLength]);
        stream.Write(name);
        var digest = new byte[DigestLength];
        foreach (var (key, vector) in vectors.OrderBy(v => v.Key))
        {
            BinaryPrimitives.WriteUInt128LittleEndian(digest, key);
            stream.Write(digest);
            stream.Write(MemoryMarshal.AsBytes(vector.AsSpan()));
        }
        stream.Flush();
        var bytes = new StoredBytes(stream.SafeFileHandle);
        var head = new ByteWriter();
        head.Fixed([Magic, Version, dimensions, vectors.Count, name.Length, (int)bytes.Checksum(HeadLength, bytes.Length - HeadLength)]);
        head.Fixed((int)StoredBytes.Checksum(head.Written));
        stream.Position = 0;
        stream.Write(head.Written);
    }
}
