using System.Numerics;

namespace MedtechBot.Knowledge.Search;

/// <summary>Picks the best-scored documents; equal scores go by document number.</summary>
internal static class TopDocuments
{
    private const int Stretches = 1024;
    private const int Shortest = 64;

    public static IReadOnlyList<(int Document, float Score)> Select(ReadOnlySpan<float> scores, int limit)
    {
        // As many stretches as are wanted have one each that is at least as good as the worst of their best: nothing below that can be among the best.
        var length = Math.Max(Shortest, (scores.Length + Stretches - 1) / Stretches);
        var best = new float[(scores.Length + length - 1) / length];
        for (var i = 0; i < best.Length; i++)
        {
            best[i] = Best(scores.Slice(i * length, Math.Min(length, scores.Length - (i * length))));
        }
        var bar = Bar(best, limit);
        var candidates = new List<(int Document, float Score)>();
        for (var i = 0; i < best.Length; i++)
        {
            if (best[i] < bar)
            {
                continue;
            }
            var end = Math.Min((i + 1) * length, scores.Length);
            for (var document = i * length; document < end; document++)
            {
                if (scores[document] >= bar)
                {
                    candidates.Add((document, scores[document]));
                }
            }
        }
        candidates.Sort(static (one, other) => one.Score != other.Score ? other.Score.CompareTo(one.Score) : one.Document.CompareTo(other.Document));
        return candidates.Count <= limit ? candidates : candidates.GetRange(0, limit);
    }

    // Above nothing, which is what documents score that have no word in common with the question.
    private static float Bar(float[] best, int limit)
    {
        if (best.Length < limit)
        {
            return float.Epsilon;
        }
        var sorted = (float[])best.Clone();
        Array.Sort(sorted);
        return Math.Max(float.Epsilon, sorted[^limit]);
    }

    private static float Best(ReadOnlySpan<float> scores)
    {
        var (best, at) = (new Vector<float>(0), 0);
        for (; at + Vector<float>.Count <= scores.Length; at += Vector<float>.Count)
        {
            best = Vector.Max(best, new Vector<float>(scores[at..]));
        }
        var most = 0f;
        for (var i = 0; i < Vector<float>.Count; i++)
        {
            most = Math.Max(most, best[i]);
        }
        for (; at < scores.Length; at++)
        {
            most = Math.Max(most, scores[at]);
        }
        return most;
    }
}
