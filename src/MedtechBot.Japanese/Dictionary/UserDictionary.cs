using System.Runtime.InteropServices;

namespace MedtechBot.Japanese.Dictionary;

/// <summary>The words of one's own trade, which IPADIC cuts to pieces: lines of surface, tab, reading.</summary>
internal sealed unsafe class UserDictionary
{
    private readonly TrieUnit[] units = [];
    private readonly ushort[] codes = [];
    private readonly string[] readings = [];
    private readonly short[] costs = [];

    private UserDictionary()
    {
    }

    private UserDictionary(List<KeyValuePair<string, string>> words, Func<string, short> costOf)
    {
        var charCodes = CharCodes.ByFrequency(words.Select(word => word.Key));
        var keys = words.Select(word => (Key: CharCodes.Encode(word.Key, charCodes), Word: word))
            .OrderBy(word => word.Key, CharCodes.KeyOrder)
            .ToList();
        var trie = DoubleArrayBuilder.Build([.. keys.Select(key => key.Key)], [.. Enumerable.Range(0, keys.Count)]);

        // Pinned, so that the trie can be used by address like the mapped one.
        units = Pin(trie);
        codes = Pin(charCodes);
        readings = [.. keys.Select(key => key.Word.Value)];
        costs = [.. keys.Select(key => costOf(key.Word.Key))];
        Trie = new Trie(Address(units), units.Length, Address(codes));
    }

    public static UserDictionary Empty { get; } = new();

    public Trie Trie { get; }

    public static UserDictionary Load(IEnumerable<string> lines, Func<string, short> costOf)
    {
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in lines)
        {
            var columns = line.TrimEnd('\r', '\n').Split('\t');
            var surface = columns[0].Trim();
            if (surface.Length > 0 && surface[0] != '#')
            {
                words[surface] = columns.Length > 1 ? Kana.ToKatakana(columns[1].Trim()) : "";
            }
        }

        return words.Count == 0 ? Empty : new UserDictionary([.. words], costOf);
    }

    public short Cost(int word) => costs[word];

    public string Reading(int word) => readings[word];

    private static T[] Pin<T>(T[] items)
        where T : unmanaged
    {
        var pinned = GC.AllocateUninitializedArray<T>(items.Length, pinned: true);
        items.CopyTo(pinned, 0);
        return pinned;
    }

    private static T* Address<T>(T[] pinned)
        where T : unmanaged => (T*)Marshal.UnsafeAddrOfPinnedArrayElement(pinned, 0);
}
