using MedtechBot.Answers;

namespace MedtechBot.Tests.Answers.Finders;

public class StageGuideTests
{
    [Theory]
    [InlineData("ステージ3の製造業者が使える支援", "support-stages#stage-certification support-applicability#use-stage-certification")]
    [InlineData("第4段階で町工場が使える支援は?", "support-stages#stage-regulatory support-applicability#use-app-regulatory")]
    [InlineData("段階⑥の企業の声", "support-stages#stage-clinical")]
    [InlineData("販路開拓段階の企業の悩み", "support-stages#stage-sales")]
    [InlineData("研究開発の段階ではどんな支援が使えるか", "support-stages#stage-research")]
    [InlineData("What support is there at stage 7 for manufacturers?", "support-stages#stage-sales support-applicability#use-stage-sales")]
    public void A_stage_and_a_type_lead_to_their_rows(string question, string passages) =>
        Assert.Equal(passages.Split(' '), FinderKnowledge.Find(question)!.Citations.Select(c => c.Id.Value));

    [Fact]
    public void One_kind_alone_is_told_by_its_rows()
    {
        var answer = FinderKnowledge.Find("段階5の課題解決手法")!;

        Assert.Contains("企業間連携の斡旋", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("企業の声", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_type_can_rarely_use_is_told_stage_by_stage()
    {
        var answer = FinderKnowledge.Find("ICT企業が支援を使いにくい段階は")!;

        Assert.Equal(["④", "⑥", "⑧"], answer.Citations.Select(c => c.Quote.Split("段階")[1][..1]));
        Assert.All(answer.Citations, c => Assert.Contains("低い", c.Quote, StringComparison.Ordinal));
    }

    [Fact]
    public void Suggestions_lead_on()
    {
        var answer = FinderKnowledge.Find("ステージ3の製造業者が使える支援")!;

        Assert.NotEmpty(answer.Suggestions);
        Assert.All(answer.Suggestions, s => Assert.NotNull(FinderKnowledge.Find(s)));
    }

    [Theory]
    [InlineData("8段階×3類型とは何か")]
    [InlineData("類型1と類型2の違い")]
    [InlineData("二段階承認とは")]
    [InlineData("研究開発の費用はいくらかかる")]
    [InlineData("治験の段階のベンチャーが使える補助金")]
    public void Another_question_is_left_alone(string question) =>
        Assert.DoesNotContain(FinderKnowledge.Find(question)?.Citations ?? [], c => c.Id.DocumentId.StartsWith("support-", StringComparison.Ordinal));
}
