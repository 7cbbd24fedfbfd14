using System.Runtime.InteropServices;

namespace MedtechBot.Knowledge.Search;

/// <summary>The runs of characters of a text, sorted, each once, with how often it is there.</summary>
/// <param name="Length">All runs, however often.</param>
internal sealed record RunCounts(uint[] Runs, ushort[] Counts, int Length)
{
    [ThreadStatic]
    private static List<uint>? _all;

    public static RunCounts Of(SearchTerms[] texts, Func<SearchTerms, List<uint>> runs)
    {
        var all = _all ??= [];
        all.Clear();
        foreach (var text in texts)
        {
            all.AddRange(CollectionsMarshal.AsSpan(runs(text)));
        }
        return Of(CollectionsMarshal.AsSpan(all));
    }

    /// <summary>Sorted and each once, without the counts.</summary>
    public static uint[] Distinct(ReadOnlySpan<uint> runs)
    {
        var sorted = runs.ToArray();
        sorted.AsSpan().Sort();
        return sorted.AsSpan(0, Compact(sorted)).ToArray();
    }

    private static RunCounts Of(Span<uint> all)
    {
        all.Sort();
        var counts = new ushort[all.Length];
        for (int i = 0, distinct = -1; i < all.Length; i++)
        {
            distinct += i == 0 || all[i] != all[i - 1] ? 1 : 0;
            counts[distinct] = (ushort)Math.Min(counts[distinct] + 1, ushort.MaxValue);
        }
        var length = all.Length;
        var used = Compact(all);
        return new RunCounts(all[..used].ToArray(), counts.AsSpan(0, used).ToArray(), length);
    }

    private static int Compact(Span<uint> sorted)
    {
        var used = 0;
        foreach (var run in sorted)
        {
            if (used == 0 || sorted[used - 1] != run)
            {
                sorted[used++] = run;
            }
        }
        return used;
    }
}

/// <summary>The terms of a document: those of its title, and of all of it.</summary>
/// <param name="Headings">How many of the first texts of the whole say, each by itself, what it answers.</param>
internal sealed record DocumentTerms(SearchTerms[] Title, SearchTerms[] Whole, int Headings)
{
    public RunCounts Bigrams { get; } = RunCounts.Of(Whole, t => t.Bigrams);

    public RunCounts KanaGrams { get; } = RunCounts.Of(Whole, t => t.KanaGrams);
}
