using System.Runtime.CompilerServices;

namespace MedtechBot.Japanese.Dictionary;

/// <summary>A double-array trie in place; the memory belongs to whoever made it.</summary>
internal readonly unsafe struct Trie(TrieUnit* units, int length, ushort* codes)
{
    public const int Root = 0;

    public bool IsEmpty => length == 0;

    /// <summary>Follows one UTF-16 unit from a node; the value is -1 where no word ends.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryStep(ref int node, char unit, out int value)
    {
        var code = codes[unit];
        var next = units[node].Base + code;
        if (code == 0 || (uint)next >= (uint)length || units[next].Check != node)
        {
            value = TrieUnit.NoValue;
            return false;
        }

        node = next;
        value = units[next].Value;
        return true;
    }
}
