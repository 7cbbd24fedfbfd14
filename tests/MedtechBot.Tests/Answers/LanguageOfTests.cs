using MedtechBot.Answers;

namespace MedtechBot.Tests.Answers;

public class LanguageOfTests
{
    [Theory]
    [InlineData("治験の相談はどこですか")]
    [InlineData("SaMDのPMDA相談は?")]
    [InlineData("FDAの510(k)とは")]
    [InlineData("ｺﾝｻﾙ ﾘｮｳｷﾝ")]
    [InlineData("")]
    [InlineData("123 ?!")]
    public void Japanese_stays_Japanese_among_foreign_names_and_is_taken_when_nothing_tells(string text) => Assert.Equal(Language.Japanese, LanguageOf.Text(text));

    [Theory]
    [InlineData("How do I start?")]
    [InlineData("What does 伴走コンサル mean in this programme?")]
    [InlineData("MDR")]
    public void English_stays_English_around_a_Japanese_name(string text) => Assert.Equal(Language.English, LanguageOf.Text(text));
}
