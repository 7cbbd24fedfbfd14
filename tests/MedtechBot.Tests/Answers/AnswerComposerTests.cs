using MedtechBot.Answers;
using MedtechBot.Tests.Knowledge;

namespace MedtechBot.Tests.Answers;

public class AnswerComposerTests
{
    [Fact]
    public async Task An_English_question_gets_English_text_with_the_quote_in_the_original()
    {
        var answer = await ProductKnowledge.AnswerAsync("What does accompanying consulting at MEDIC cost?");

        Assert.Equal(OutcomeKind.Answered, answer.Outcome);
        Assert.Equal(Language.English, answer.Language);
        Assert.Equal(Language.English, LanguageOf.Text(answer.Text));
        Assert.All(answer.Citations, c => Assert.Equal(Language.Japanese, LanguageOf.Text(c.Quote)));
        Assert.StartsWith("As of ", answer.DateLine, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_of_two_parts_cites_a_passage_for_each()
    {
        var answer = await ProductKnowledge.AnswerAsync("MassMEDICとは何か、染み出し領域とは何か");

        Assert.Contains(answer.Citations, c => c.Id.Value == "hub-comparison#massmedic");
        Assert.Contains(answer.Citations, c => c.Id.Value == "medtech-round#seepage-area");
        Assert.Contains("[2]", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_sources_do_not_speak_of_goes_to_a_person()
    {
        var answer = await ProductKnowledge.AnswerAsync("潜水艦の塗料の耐用年数");

        Assert.Equal((OutcomeKind.Escalated, EscalationReason.LittleEvidence), (answer.Outcome, answer.Escalation));
        Assert.Empty(answer.Citations);
        Assert.True(answer.OffersConsultation);
    }

    [Fact]
    public async Task The_same_question_gets_the_same_answer()
    {
        var first = await ProductKnowledge.AnswerAsync("ニーズを公開すると何が起きるか");
        var again = await ProductKnowledge.AnswerAsync("ニーズを公開すると何が起きるか");

        Assert.Equal(first.Text, again.Text);
        Assert.Equal(first.Citations, again.Citations);
    }
}
