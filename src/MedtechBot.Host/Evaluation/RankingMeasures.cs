namespace MedtechBot.Host.Evaluation;

/// <summary>How good a ranking is, by the grades of its documents (0 or absent: does not answer). Gains are linear.</summary>
internal static class RankingMeasures
{
    public static double Ndcg(IReadOnlyList<string> ranking, IReadOnlyDictionary<string, double> grades, int depth)
    {
        var ideal = grades.Values.Where(g => g > 0).OrderDescending().Take(depth).Select(Discounted).Sum();
        return ideal == 0 ? 0 : ranking.Take(depth).Select((id, i) => Discounted(grades.GetValueOrDefault(id), i)).Sum() / ideal;
    }

    public static double Recall(IReadOnlyList<string> ranking, IReadOnlyDictionary<string, double> grades, int depth)
    {
        var relevant = grades.Values.Count(g => g > 0);
        return relevant == 0 ? 0 : ranking.Take(depth).Count(id => grades.GetValueOrDefault(id) > 0) / (double)relevant;
    }

    public static double ReciprocalRank(IReadOnlyList<string> ranking, IReadOnlyDictionary<string, double> grades, int depth)
    {
        for (var i = 0; i < Math.Min(depth, ranking.Count); i++)
        {
            if (grades.GetValueOrDefault(ranking[i]) > 0)
            {
                return 1.0 / (i + 1);
            }
        }
        return 0;
    }

    private static double Discounted(double grade, int place) => grade / Math.Log2(place + 2);
}
