namespace MedtechBot.Japanese.Dictionary;

/// <summary>Small numbers for the UTF-16 units that occur in keys; 0 is for those that do not.</summary>
internal static class CharCodes
{
    /// <summary>Orders encoded keys as the trie builder wants them.</summary>
    public static Comparer<ushort[]> KeyOrder { get; } =
        Comparer<ushort[]>.Create((a, b) => a.AsSpan().SequenceCompareTo(b));

    /// <summary>Frequent units get the small codes, which keeps the double array dense.</summary>
    public static ushort[] ByFrequency(IEnumerable<string> keys)
    {
        var counts = new int[char.MaxValue + 1];
        foreach (var key in keys)
        {
            foreach (var unit in key)
            {
                counts[unit]++;
            }
        }

        var codes = new ushort[counts.Length];
        ushort code = 0;
        foreach (var unit in Enumerable.Range(0, counts.Length).Where(i => counts[i] > 0).OrderByDescending(i => counts[i]))
        {
            codes[unit] = ++code;
        }

        return codes;
    }

    public static ushort[] Encode(string key, ushort[] codes) => Array.ConvertAll(key.ToCharArray(), unit => codes[unit]);
}
