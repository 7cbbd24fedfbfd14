namespace MedtechBot.Knowledge.Search;

/// <summary>Picks the best-scored documents; equal scores go by document number.</summary>
internal static class TopDocuments
{
    public static IReadOnlyList<(int Document, float Score)> Select(ReadOnlySpan<float> scores, int limit)
    {
        var worstFirst = new PriorityQueue<int, (float Score, int Later)>();
        for (var document = 0; document < scores.Length; document++)
        {
            var score = scores[document];
            if (score <= 0)
            {
                continue;
            }
            if (worstFirst.Count < limit)
            {
                worstFirst.Enqueue(document, (score, -document));
            }
            else if (worstFirst.TryPeek(out _, out var worst) && score > worst.Score)
            {
                worstFirst.EnqueueDequeue(document, (score, -document));
            }
        }
        var best = new (int, float)[worstFirst.Count];
        for (var i = best.Length - 1; i >= 0; i--)
        {
            var document = worstFirst.Dequeue();
            best[i] = (document, scores[document]);
        }
        return best;
    }
}
