using System.Runtime.InteropServices;
using System.Text;

namespace MedtechBot.Japanese.Dictionary;

/// <summary>Lists the keys of kuromoji's byte-wise double array by walking from its leaves to the root.</summary>
internal static class KuromojiTrie
{
    public static IEnumerable<(string Surface, int Id)> ReadKeys(byte[] baseData, byte[] checkData)
    {
        var bases = MemoryMarshal.Cast<byte, int>(baseData).ToArray();
        var checks = MemoryMarshal.Cast<byte, int>(checkData).ToArray();
        var bytes = new List<byte>();
        for (var node = 1; node < bases.Length; node++)
        {
            // A leaf is its parent's child by code 0 and holds -(id + 1). The arrays end in zeros
            // that look like children of the root; they are at no place the root's base leads to.
            var parent = checks[node];
            if (parent < 0 || bases[node] >= 0 || bases[parent] != node)
            {
                continue;
            }

            bytes.Clear();
            for (var at = parent; at != 0; at = checks[at])
            {
                bytes.Add((byte)(at - bases[checks[at]]));
            }

            bytes.Reverse();
            yield return (Encoding.UTF8.GetString(CollectionsMarshal.AsSpan(bytes)), -bases[node] - 1);
        }
    }
}
