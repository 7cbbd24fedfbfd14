using System.Numerics;
using System.Runtime.InteropServices;

namespace MedtechBot.Knowledge.Search;

/// <summary>Picks the best-scored documents; equal scores go by document number.</summary>
internal static class TopDocuments
{
    private const int Fewest = 64;

    public static IReadOnlyList<(int Document, float Score)> Select(ReadOnlySpan<float> scores, int limit)
    {
        // Candidates as numbers that sort as they rank; whenever there are twice too many, the worse half goes and the bar rises.
        var candidates = new ulong[(int)Math.Min((uint)scores.Length, Math.Max(Fewest, 2u * (uint)limit))];
        var (count, bar) = (0, 0f);
        var width = Vector<float>.Count;
        for (var start = 0; start < scores.Length; start += width)
        {
            var end = Math.Min(start + width, scores.Length);
            // Hardly any of many documents comes near the best.
            if (end - start == width && !Vector.GreaterThanAny(new Vector<float>(scores[start..]), new Vector<float>(bar)))
            {
                continue;
            }
            for (var document = start; document < end; document++)
            {
                if (scores[document] > bar)
                {
                    if (count == candidates.Length)
                    {
                        count = Cut(candidates, limit);
                        bar = Score(candidates[count - 1]);
                        if (scores[document] <= bar)
                        {
                            continue;
                        }
                    }
                    candidates[count++] = (ulong)BitConverter.SingleToUInt32Bits(scores[document]) << 32 | ~(uint)document;
                }
            }
        }
        var best = candidates.AsSpan(0, count);
        best.Sort(static (one, other) => other.CompareTo(one));
        return [.. best[..Math.Min(count, limit)].ToArray().Select(c => ((int)~(uint)c, Score(c)))];
    }

    private static int Cut(ulong[] candidates, int limit)
    {
        candidates.AsSpan().Sort(static (one, other) => other.CompareTo(one));
        return Math.Min(limit, candidates.Length);
    }

    private static float Score(ulong candidate) => BitConverter.UInt32BitsToSingle((uint)(candidate >> 32));
}
