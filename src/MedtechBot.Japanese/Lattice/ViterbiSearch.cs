using MedtechBot.Japanese.Dictionary;

namespace MedtechBot.Japanese.Lattice;

/// <summary>
/// Finds the least cost path through the words a stretch of text may consist of. Words are added in
/// kuromoji.js's order and only a strictly lower cost replaces a path, so ties fall as they do there.
/// </summary>
internal sealed unsafe class ViterbiSearch(MappedDictionary dictionary, UserDictionary userDictionary)
{
    private readonly CharacterClassifier classifier = new(dictionary);

    /// <summary>Entries from here on are words of the user dictionary.</summary>
    public int FirstUserEntry => dictionary.EntryCount;

    /// <summary>Fills the lattice and returns the node that ends the best path; see <see cref="LatticeNode.Previous"/>.</summary>
    public int Run(ReadOnlySpan<char> text, LatticeBuffer lattice, in PathContext context)
    {
        lattice.Begin(text.Length, dictionary.ConnectionSize);
        lattice.Append(0, 0, LatticeBuffer.None, context.RightIdBefore, 0, LatticeBuffer.None);
        var unknown = new UnknownRun();
        for (var place = 0; place < text.Length; place++)
        {
            // Most places inside words are reached by no path; nothing that starts there can win.
            if (lattice.MoveTo(place))
            {
                var any = AddKnown(text, place, lattice, context);
                AddUnknown(text, place, lattice, context, any, ref unknown);
            }
        }

        lattice.MoveTo(text.Length);
        return FindBest(lattice, context.LeftIdAfter, out _);
    }

    /// <summary>The cost of the best path, its end included.</summary>
    public int Cost(LatticeBuffer lattice, in PathContext context)
    {
        FindBest(lattice, context.LeftIdAfter, out var cost);
        return cost;
    }

    private bool AddKnown(ReadOnlySpan<char> text, int place, LatticeBuffer lattice, in PathContext context)
    {
        var any = false;
        if (!userDictionary.Trie.IsEmpty)
        {
            AddUserWords(text, place, lattice, context);
        }

        var trie = dictionary.Trie;
        var node = Trie.Root;
        for (var end = place; end < text.Length && trie.TryStep(ref node, text[end], out var value);)
        {
            end++;
            if (value < 0)
            {
                continue;
            }

            any = true;
            var first = value >> TrieUnit.ValueShift;
            var last = first + (value & ((1 << TrieUnit.ValueShift) - 1));
            for (var entry = first; entry < last; entry++)
            {
                ref var word = ref dictionary.Entries[entry];
                Add(text, place, end, entry, word.LeftId, word.RightId, word.Cost, lattice, context);
            }
        }

        return any;
    }

    private void AddUserWords(ReadOnlySpan<char> text, int place, LatticeBuffer lattice, in PathContext context)
    {
        var trie = userDictionary.Trie;
        var noun = classifier.NounContext;
        var node = Trie.Root;
        for (var end = place; end < text.Length && trie.TryStep(ref node, text[end], out var value);)
        {
            end++;
            if (value >= 0)
            {
                Add(text, place, end, FirstUserEntry + value, noun, noun, userDictionary.Cost(value), lattice, context);
            }
        }
    }

    private void AddUnknown(
        ReadOnlySpan<char> text, int place, LatticeBuffer lattice, in PathContext context, bool anyKnown, ref UnknownRun run)
    {
        var charClass = classifier.Classify(text[place]);
        var definition = dictionary.Classes[charClass];
        if (anyKnown && definition.AlwaysInvoke == 0)
        {
            return;
        }

        var end = definition.Grouping != 0
            ? run.EndFrom(text, place, charClass, classifier)
            : place + CharacterClassifier.UnitsAt(text, place);
        for (var i = 0; i < definition.EntryCount; i++)
        {
            var entry = definition.FirstEntry + i;
            ref var word = ref dictionary.Entries[entry];
            Add(text, place, end, entry, word.LeftId, word.RightId, word.Cost, lattice, context);
        }
    }

    private void Add(
        ReadOnlySpan<char> text, int start, int end, int entry, ushort leftId, ushort rightId, int cost,
        LatticeBuffer lattice, in PathContext context)
    {
        if (context.PenaliseLongWords)
        {
            cost += CompoundPenalty.Of(text[start..end]);
        }

        var previous = FindBest(lattice, leftId, out var best);
        lattice.Append(start, end, entry, rightId, best + cost, previous);
    }

    private int FindBest(LatticeBuffer lattice, ushort leftId, out int cost)
    {
        if (lattice.BestStamp[leftId] == lattice.Stamp)
        {
            cost = lattice.BestCost[leftId];
            return lattice.BestNode[leftId];
        }

        var connections = dictionary.Connections + ((long)leftId * dictionary.ConnectionSize);
        var costs = lattice.LeftCosts.AsSpan(0, lattice.LeftCount);
        var rightIds = lattice.LeftRightIds.AsSpan(0, costs.Length);
        var best = 0;
        cost = int.MaxValue;
        for (var i = 0; i < costs.Length; i++)
        {
            var candidate = costs[i] + connections[rightIds[i]];
            if (candidate < cost)
            {
                cost = candidate;
                best = i;
            }
        }

        lattice.BestStamp[leftId] = lattice.Stamp;
        lattice.BestCost[leftId] = cost;
        return lattice.BestNode[leftId] = lattice.LeftNodes[best];
    }
}
