namespace MedtechBot.Knowledge.Search;

/// <summary>Sorts postings, which come document by document, by their terms.</summary>
internal static class SortedPostings
{
    private const int Bits = 11;
    private const int Buckets = 1 << Bits;

    /// <param name="entries">The term in the upper half; what is equal in it keeps its order.</param>
    public static ulong[] ByTerm(ReadOnlySpan<ulong> entries)
    {
        var (from, to) = (entries.ToArray(), new ulong[entries.Length]);
        Span<int> next = stackalloc int[Buckets];
        // By the lowest digits first, as punched cards were sorted: three times through, however many there are.
        for (var shift = 32; shift < 64; shift += Bits)
        {
            next.Clear();
            foreach (var entry in from)
            {
                next[(int)(entry >> shift) & (Buckets - 1)]++;
            }
            var place = 0;
            foreach (ref var bucket in next)
            {
                (bucket, place) = (place, place + bucket);
            }
            foreach (var entry in from)
            {
                to[next[(int)(entry >> shift) & (Buckets - 1)]++] = entry;
            }
            (from, to) = (to, from);
        }
        return from;
    }
}
