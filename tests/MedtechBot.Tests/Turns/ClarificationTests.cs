using MedtechBot.Answers;
using MedtechBot.Tests.Knowledge;
using MedtechBot.Turns;

namespace MedtechBot.Tests.Turns;

public class ClarificationTests
{
    private static readonly PastTurn Europe = new("欧州の規制は", "欧州の規制は", [], OutcomeKind.Answered);

    [Theory]
    [InlineData("うちでも使える補助金は")]
    [InlineData("これってどうですか")]
    [InlineData("お願いします")]
    [InlineData("海外はどこから始めるべきですか")]
    [InlineData("MDRとは何ですか")]
    [InlineData("クラスCの要求は")]
    [InlineData("What funding can we get?")]
    [InlineData("What is MDR?")]
    public async Task What_can_mean_several_things_is_asked_back_with_choices(string question)
    {
        var answer = await ProductKnowledge.AnswerAsync(question);

        Assert.Equal(OutcomeKind.Clarified, answer.Outcome);
        Assert.InRange(answer.Suggestions.Count, 2, 3);
        Assert.Empty(answer.Citations);
    }

    [Theory]
    [InlineData("EUのMDRとは何ですか")]
    [InlineData("ASEANのクラスCの要求は")]
    [InlineData("伴走コンサルの料金は")]
    [InlineData("海外展開を支援する窓口は")]
    public async Task What_is_settled_is_not_asked_back(string question) =>
        Assert.NotEqual(OutcomeKind.Clarified, (await ProductKnowledge.AnswerAsync(question)).Outcome);

    [Fact]
    public async Task A_word_that_the_conversation_settles_is_not_asked_back() =>
        Assert.NotEqual(OutcomeKind.Clarified, (await ProductKnowledge.AnswerAsync("MDRとは何ですか", Europe)).Outcome);
}
