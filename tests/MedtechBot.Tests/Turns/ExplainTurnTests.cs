using MedtechBot.Answers;
using MedtechBot.Knowledge;
using MedtechBot.Tests.Knowledge;
using MedtechBot.Turns;

namespace MedtechBot.Tests.Turns;

public class ExplainTurnTests
{
    private static readonly DateOnly Today = new(2026, 4, 1);

    [Theory]
    [InlineData("伴走コンサルは無料ですか")]
    [InlineData("アメリカの医療機器の承認について")]
    [InlineData("薬事承認と保険適用の違いは何ですか。期間はどのくらいですか")]
    public async Task What_the_answer_rests_on_is_explained_and_its_parts_add_up(string asked)
    {
        var explained = Explain(asked);

        Assert.All(explained.Questions.SelectMany(q => q.Passages), p => Assert.Equal(p.Score, p.Parts.Score, 12));
        Assert.All(explained.Questions, q => Assert.Equal(q.Passages.Select(p => p.Score).OrderDescending(), q.Passages.Select(p => p.Score)));
        Assert.All(explained.Questions, q => Assert.All(q.Passages, p => Assert.NotNull(q.Found(p.Id))));
        var cited = (await ProductKnowledge.AnswerAsync(asked)).Citations;
        Assert.Contains(explained.Questions, q => q.Passages.Any(p => cited.Any(c => c.Id == p.Id)));
    }

    [Fact]
    public void What_was_put_right_is_told() => Assert.Contains(Explain("治剣は必要ですか").Corrected, c => c is { Wrong: "治剣", Right: "治験" });

    [Fact]
    public void What_was_read_from_kana_is_told() => Assert.Contains("認証", Explain("にんしょうきかんはどこですか").Written, StringComparison.Ordinal);

    [Fact]
    public void A_limit_is_told_by_its_name_and_what_is_said_beside_it_is_explained()
    {
        var explained = Explain("うちの製品は医療機器に該当しますか、判定してください");

        Assert.NotNull(explained.Limit);
        Assert.All(explained.Questions, q => Assert.NotEmpty(q.Passages));
    }

    [Fact]
    public void An_unpublished_invention_is_in_no_explanation()
    {
        const string Secret = "まだ出願していない発明ですが、超音波で血栓を溶かすカテーテルの構造を説明します";

        Assert.DoesNotContain("超音波", Explain(Secret).Understood, StringComparison.Ordinal);
    }

    [Fact]
    public void A_follow_up_is_explained_with_what_it_follows_up_on()
    {
        var before = new PastTurn("伴走コンサルは無料ですか", "伴走コンサルは無料ですか", [new PassageId("medic-support#fee")], OutcomeKind.Answered);

        var explained = ExplainTurn.Of(new Turn("期間は?", [before]), ProductKnowledge.Current, Today, 5);

        Assert.Contains(explained.Questions.SelectMany(q => q.Passages), p => p.Parts.Context > 0);
    }

    private static ExplainedTurn Explain(string question) => ExplainTurn.Of(new Turn(question, []), ProductKnowledge.Current, Today, 10);
}
