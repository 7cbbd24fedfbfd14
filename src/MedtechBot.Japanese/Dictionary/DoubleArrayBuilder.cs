namespace MedtechBot.Japanese.Dictionary;

/// <summary>Builds a double-array trie over UTF-16 units from keys in ordinal order of their codes.</summary>
internal sealed class DoubleArrayBuilder
{
    // A node with several children that fits into none of this many gaps goes to the end: a little
    // space for a build time that stays linear.
    private const int MaxGapsTried = 2000;

    private readonly IReadOnlyList<ushort[]> keys;
    private readonly IReadOnlyList<int> values;
    private readonly FreeSlots free = new();
    private readonly List<ushort> children = [];
    private TrieUnit[] units = new TrieUnit[1024];

    private DoubleArrayBuilder(IReadOnlyList<ushort[]> keys, IReadOnlyList<int> values)
    {
        this.keys = keys;
        this.values = values;
    }

    public static TrieUnit[] Build(IReadOnlyList<ushort[]> keys, IReadOnlyList<int> values)
    {
        var builder = new DoubleArrayBuilder(keys, values);
        builder.Reserve(1);
        builder.Occupy(0, -1);
        builder.Insert(0, 0, keys.Count, 0);
        return builder.units.AsSpan(0, builder.free.UsedLength).ToArray();
    }

    private void Insert(int node, int from, int to, int depth)
    {
        if (from < to && keys[from].Length == depth)
        {
            units[node].Value = values[from];
            from++;
        }

        if (from == to)
        {
            return;
        }

        children.Clear();
        for (var i = from; i < to; i++)
        {
            if (children.Count == 0 || children[^1] != keys[i][depth])
            {
                children.Add(keys[i][depth]);
            }
        }

        var origin = FindBase();
        units[node].Base = origin;
        foreach (var code in children)
        {
            Occupy(origin + code, node);
        }

        for (var start = from; start < to;)
        {
            var code = keys[start][depth];
            var end = start + 1;
            while (end < to && keys[end][depth] == code)
            {
                end++;
            }

            Insert(origin + code, start, end, depth + 1);
            start = end;
        }
    }

    private int FindBase()
    {
        var first = children[0];
        var tried = 0;
        for (var slot = free.First; slot >= 0 && tried < MaxGapsTried; slot = free.Next(slot), tried++)
        {
            var origin = slot - first;
            if (origin >= 0 && Fits(origin))
            {
                return origin;
            }
        }

        return Math.Max(0, free.UsedLength - first);
    }

    private bool Fits(int origin)
    {
        foreach (var code in children)
        {
            if (!free.IsFree(origin + code))
            {
                return false;
            }
        }

        return true;
    }

    private void Occupy(int slot, int parent)
    {
        Reserve(slot + 1);
        free.Take(slot);
        units[slot] = new TrieUnit { Base = 0, Check = parent, Value = TrieUnit.NoValue };
    }

    private void Reserve(int length)
    {
        var old = units.Length;
        if (length > old)
        {
            Array.Resize(ref units, Math.Max(length, old * 2));
        }

        var known = free.Length;
        free.Extend(length);
        for (var i = known; i < length; i++)
        {
            // Nobody's child: no node has this number.
            units[i] = new TrieUnit { Base = 0, Check = -2, Value = TrieUnit.NoValue };
        }
    }
}
