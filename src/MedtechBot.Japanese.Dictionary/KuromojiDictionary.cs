using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text;

namespace MedtechBot.Japanese.Dictionary;

/// <summary>
/// Reads the dict/*.dat.gz files of the npm package kuromoji. They are memory dumps of its growing
/// buffers, so most of them end in zeros that mean nothing.
/// </summary>
internal sealed class KuromojiDictionary
{
    private const int ClassNameOffset = 6;

    public required IReadOnlyList<(string Surface, List<RawWord> Words)> Words { get; init; }

    public required IReadOnlyList<RawCharClass> Classes { get; init; }

    public required byte[] CharClasses { get; init; }

    public required short[] Connections { get; init; }

    public required int ConnectionSize { get; init; }

    public static KuromojiDictionary Load(string folder)
    {
        byte[] Read(string name) => Decompress(Path.Combine(folder, name + ".dat.gz"));

        var known = ReadWords(Read("tid"), Read("tid_pos"), Read("tid_map"));
        var surfaces = KuromojiTrie.ReadKeys(Read("base"), Read("check"));
        var unknown = ReadWords(Read("unk"), Read("unk_pos"), Read("unk_map"));
        var matrix = MemoryMarshal.Cast<byte, short>(Read("cc"));
        if (matrix[0] != matrix[1])
        {
            throw new InvalidDataException("The connection matrix is not square.");
        }

        return new KuromojiDictionary
        {
            Words = [.. surfaces.Where(key => known.ContainsKey(key.Id)).Select(key => (key.Surface, known[key.Id]))],
            Classes = ReadClasses(Read("unk_invoke"), unknown),
            CharClasses = Read("unk_char"),
            ConnectionSize = matrix[0],
            Connections = matrix[2..].ToArray(),
        };
    }

    private static byte[] Decompress(string file)
    {
        using var input = new GZipStream(File.OpenRead(file), CompressionMode.Decompress);
        using var output = new MemoryStream();
        input.CopyTo(output);
        return output.ToArray();
    }

    // map: number of keys, then key, number of words and the offset of each word. Behind the last
    // one come zeros, which read as "key 0 has no words".
    private static Dictionary<int, List<RawWord>> ReadWords(byte[] words, byte[] features, byte[] map)
    {
        var result = new Dictionary<int, List<RawWord>>();
        var numbers = MemoryMarshal.Cast<byte, int>(map.AsSpan(0, map.Length & ~3));
        for (var at = 1; at + 1 < numbers.Length;)
        {
            var (key, count) = (numbers[at], numbers[at + 1]);
            at += 2;
            if (count == 0)
            {
                continue;
            }

            var list = new List<RawWord>(count);
            foreach (var offset in numbers.Slice(at, count))
            {
                list.Add(ReadWord(words.AsSpan(offset), features));
            }

            result.Add(key, list);
            at += count;
        }

        return result;
    }

    private static RawWord ReadWord(ReadOnlySpan<byte> word, byte[] features)
    {
        var ids = MemoryMarshal.Cast<byte, short>(word[..6]);
        var feature = features.AsSpan(MemoryMarshal.Read<int>(word[6..]));
        var text = Encoding.UTF8.GetString(feature[..feature.IndexOf((byte)0)]);
        return new RawWord((ushort)ids[0], (ushort)ids[1], ids[2], text.Split(','));
    }

    private static List<RawCharClass> ReadClasses(ReadOnlySpan<byte> data, Dictionary<int, List<RawWord>> unknown)
    {
        var result = new List<RawCharClass>();
        while (data.Length > ClassNameOffset && data[ClassNameOffset] != 0)
        {
            var end = data[ClassNameOffset..].IndexOf((byte)0);
            var name = Encoding.UTF8.GetString(data.Slice(ClassNameOffset, end));
            result.Add(new RawCharClass(name, data[0] == 1, data[1] == 1, unknown[result.Count]));
            data = data[(ClassNameOffset + end + 1)..];
        }

        return result;
    }
}

internal sealed record RawWord(ushort LeftId, ushort RightId, short Cost, string[] Features);

internal sealed record RawCharClass(string Name, bool AlwaysInvoke, bool Grouping, List<RawWord> Words);
