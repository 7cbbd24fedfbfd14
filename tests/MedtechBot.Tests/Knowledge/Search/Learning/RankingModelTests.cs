using MedtechBot.Knowledge.Search;
using MedtechBot.Knowledge.Search.Learning;

namespace MedtechBot.Tests.Knowledge.Search.Learning;

public class RankingModelTests
{
    private static readonly TextIndex Index = SmallSnapshot.Index(
        null,
        ("治験", "治験の届出の窓口は甲である。"),
        ("届出", "治験の届出の手順は乙である。"),
        ("補助金", "開発費の一部を補助する。"));

    // People mean the second when they say either.
    private static readonly AnsweredQuestion[] Answered =
        [.. new[] { "治験の届出", "治験の手続き", "届出の手順", "治験の書類" }.Select(q => new AnsweredQuestion(q, new Dictionary<int, double> { [1] = 2 }))];

    private static LearnedQuestions Learned => Index.Learn(Answered.Select(a => (1, a.Text)));

    [Fact]
    public void What_answered_before_moves_up()
    {
        var model = RankingTraining.Train(Index, Learned, Answered);

        Assert.Equal(0, Index.Search("治験", 3)[0].Document);
        Assert.Equal(1, Index.Search("治験", 3, Learned, model)[0].Document);
    }

    [Fact]
    public void The_same_questions_train_the_same_weights() =>
        Assert.Equal(RankingTraining.Train(Index, Learned, Answered).ToJson(), RankingTraining.Train(Index, Learned, Answered).ToJson());

    [Fact]
    public void Kept_and_read_again_it_ranks_alike()
    {
        var model = RankingTraining.Train(Index, Learned, Answered);

        var again = RankingModel.FromJson(model.ToJson());

        Assert.Equal(Index.Search("治験の届出", 3, Learned, model), Index.Search("治験の届出", 3, Learned, again));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[1,2]")]
    [InlineData("""{"version":99,"weights":{}}""")]
    [InlineData("""{"version":1,"weights":{"words":1}}""")]
    public void What_is_none_or_of_other_parts_is_not_used(string json) => Assert.Null(RankingModel.FromJson(json));

    [Fact]
    public void Without_examples_nothing_changes() =>
        Assert.Equal(RankingFeatures.Untrained, RankingTraining.Train(Index, LearnedQuestions.None, []).Weights.Values);
}
