using MedtechBot.Host.Evaluation;

namespace MedtechBot.Host.Tests.Evaluation;

/// <summary>Each expected value is worked out by hand: a grade at place n counts grade / log2(n + 1).</summary>
public class RankingMeasuresTests
{
    private static readonly Dictionary<string, double> Grades = new() { ["a"] = 3, ["b"] = 1, ["c"] = 0 };

    [Fact]
    public void The_ideal_order_has_the_full_gain() => Assert.Equal(1, RankingMeasures.Ndcg(["a", "b", "x"], Grades, 10), 9);

    // (1/1 + 3/log2(3)) / (3/1 + 1/log2(3)) = 2.892789 / 3.630930
    [Fact]
    public void The_wrong_order_gains_less() => Assert.Equal(0.796708, RankingMeasures.Ndcg(["b", "a"], Grades, 10), 6);

    // Found at place 4: 3/log2(5) = 1.292030, of the ideal 3.630930
    [Fact]
    public void A_late_find_is_discounted() => Assert.Equal(0.355840, RankingMeasures.Ndcg(["x", "c", "y", "a"], Grades, 10), 6);

    [Fact]
    public void Nothing_below_the_depth_counts()
    {
        Assert.Equal(0, RankingMeasures.Ndcg(["x", "a"], Grades, 1));
        Assert.Equal(0, RankingMeasures.Recall(["x", "a"], Grades, 1));
        Assert.Equal(0, RankingMeasures.ReciprocalRank(["x", "a"], Grades, 1));
    }

    [Fact]
    public void Recall_is_the_share_of_what_answers() => Assert.Equal(0.5, RankingMeasures.Recall(["c", "a", "x"], Grades, 10));

    [Fact]
    public void The_reciprocal_rank_looks_at_the_first_find() => Assert.Equal(1.0 / 3, RankingMeasures.ReciprocalRank(["x", "c", "b", "a"], Grades, 10), 9);

    [Fact]
    public void A_question_that_nothing_answers_scores_nothing()
    {
        Dictionary<string, double> none = new() { ["c"] = 0 };

        Assert.Equal((0.0, 0.0, 0.0), (RankingMeasures.Ndcg(["c"], none, 10), RankingMeasures.Recall(["c"], none, 10), RankingMeasures.ReciprocalRank(["c"], none, 10)));
    }
}
