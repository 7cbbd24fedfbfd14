namespace MedtechBot.Japanese.Dictionary;

/// <summary>The free slots of a growing array as a doubly linked list in ascending order.</summary>
internal sealed class FreeSlots
{
    private const int Taken = -3;
    private const int None = -1;

    private readonly List<int> next = [];
    private readonly List<int> previous = [];
    private int last = None;

    public int First { get; private set; } = None;

    public int Length => next.Count;

    /// <summary>One past the highest slot that was taken.</summary>
    public int UsedLength { get; private set; }

    public int Next(int slot) => next[slot];

    public bool IsFree(int slot) => slot >= next.Count || next[slot] != Taken;

    public void Extend(int length)
    {
        while (next.Count < length)
        {
            var slot = next.Count;
            next.Add(None);
            previous.Add(last);
            if (last == None)
            {
                First = slot;
            }
            else
            {
                next[last] = slot;
            }

            last = slot;
        }
    }

    public void Take(int slot)
    {
        var (before, after) = (previous[slot], next[slot]);
        if (before == None)
        {
            First = after;
        }
        else
        {
            next[before] = after;
        }

        if (after == None)
        {
            last = before;
        }
        else
        {
            previous[after] = before;
        }

        next[slot] = Taken;
        UsedLength = Math.Max(UsedLength, slot + 1);
    }
}
