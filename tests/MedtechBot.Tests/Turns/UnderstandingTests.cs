using MedtechBot.Answers;
using MedtechBot.Tests.Knowledge;
using MedtechBot.Turns;

namespace MedtechBot.Tests.Turns;

public class UnderstandingTests
{
    private static readonly DateOnly Today = new(2026, 11, 21);

    private const string Before = "東京の支援機関はどこですか";

    [Fact]
    public void A_follow_up_that_names_another_place_asks_the_same_there() =>
        Assert.Equal("大阪の支援機関はどこですか", Understand("大阪は?", Before).Text);

    [Fact]
    public void A_place_in_a_longer_question_is_a_question_of_its_own()
    {
        Assert.Null(Places.Replace(Before, "大阪で治験を引き受けてくれる病院を探しています"));
        Assert.Null(Places.Replace("支援機関はどこですか", "大阪は?"));
    }

    [Theory]
    [InlineData("費用は?")]
    [InlineData("それは無料ですか")]
    [InlineData("ほかにはありますか")]
    public void A_short_follow_up_keeps_the_topic(string followUp)
    {
        var question = Understand(followUp, "伴走コンサルでは何を相談できますか");

        Assert.Contains("伴走コンサル", question.Text, StringComparison.Ordinal);
        Assert.NotNull(question.Context);
    }

    [Fact]
    public void A_question_that_stands_alone_leaves_the_topic()
    {
        var question = Understand("秘密保持契約と共同研究契約を病院と結ぶ時期を教えてください", Before);

        Assert.DoesNotContain("支援機関", question.Text, StringComparison.Ordinal);
        Assert.Null(question.Context);
    }

    [Theory]
    [InlineData("What does it cost?", Language.Japanese, Language.English)]
    [InlineData("費用は?", Language.English, Language.English)]
    [InlineData("費用は?", Language.Japanese, Language.Japanese)]
    public void The_message_or_the_chosen_language_decides(string text, Language chosen, Language expected) =>
        Assert.Equal(expected, Understanding.Of(new Turn(text, [], chosen), ProductKnowledge.Current, Today).Language);

    private static Question Understand(string followUp, string before) =>
        Understanding.Of(new Turn(followUp, [new PastTurn(before, before, [], OutcomeKind.Answered)]), ProductKnowledge.Current, Today);
}
