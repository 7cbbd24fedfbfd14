using MedtechBot.Answers;
using MedtechBot.Knowledge;
using MedtechBot.Tests.Knowledge;

namespace MedtechBot.Tests.Answers;

public class CitationCheckTests
{
    private static readonly KnowledgeSnapshot Knowledge = SmallSnapshot.Of(
        ("伴走コンサルの料金", "伴走コンサルは原則無料である。"),
        ("支援の窓口", "窓口は全国にある。"));

    [Fact]
    public void A_verbatim_quote_of_the_passage_holds() => Assert.True(CitationCheck.Holds(Quoting("medic#s0", "原則無料である。"), Knowledge));

    [Theory]
    [InlineData("medic#s0", "原則有料である。")]
    [InlineData("medic#s0", "原則 無料である。")]
    [InlineData("medic#s0", "")]
    [InlineData("medic#s1", "原則無料である。")]
    [InlineData("medic#s9", "原則無料である。")]
    [InlineData("", "原則無料である。")]
    public void An_altered_quote_or_another_passage_does_not_hold(string passage, string quote) =>
        Assert.False(CitationCheck.Holds(Quoting(passage, quote), Knowledge));

    [Fact]
    public void An_answer_holds_with_every_citation_marked_and_in_order() =>
        Assert.True(CitationCheck.Holds(Saying("無料です [1]。全国にあります [2]。"), Knowledge));

    [Fact]
    public void An_answer_without_the_mark_of_a_citation_does_not_hold() => Assert.False(CitationCheck.Holds(Saying("無料です [1]。"), Knowledge));

    [Fact]
    public void An_answer_does_not_hold_when_one_citation_does_not()
    {
        var answer = Saying("無料です [1]。全国にあります [2]。");

        Assert.False(CitationCheck.Holds(answer with { Citations = [answer.Citations[0], answer.Citations[1] with { Quote = "窓口は東京にある。" }] }, Knowledge));
    }

    private static Answer Saying(string text) => new()
    {
        Outcome = OutcomeKind.Answered,
        Language = Language.Japanese,
        Text = text,
        Citations = [Quoting("medic#s0", "原則無料である。"), Quoting("medic#s1", "窓口は全国にある。") with { Position = 2 }],
    };

    private static Citation Quoting(string passage, string quote) =>
        new(1, new PassageId(passage), "伴走コンサル", "料金", quote, "経済産業省「資料」2022年2月", new PartialDate(2022, 2), Authority.Guidebook);
}
