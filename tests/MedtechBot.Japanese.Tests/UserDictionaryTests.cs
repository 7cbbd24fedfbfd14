namespace MedtechBot.Japanese.Tests;

public class UserDictionaryTests
{
    [Theory]
    [InlineData("薬機法について", "薬機法|について")]
    [InlineData("伴走コンサルの費用", "伴走コンサル|の|費用")]
    [InlineData("製造販売業の許可", "製造販売業|の|許可")]
    [InlineData("該当性を判断する", "該当性|を|判断|する")]
    [InlineData("一般的名称は何ですか", "一般的名称|は|何|です|か")]
    public void Words_of_the_trade_are_found_whole(string text, string expected) =>
        Assert.Equal(expected, Analyzers.WithTerms.Surfaces(text));

    [Fact]
    public void A_user_word_is_a_noun_with_its_reading_in_katakana()
    {
        var morpheme = Analyzers.WithTerms.Analyze("薬機法とは")[0];

        Assert.Equal(PartOfSpeech.Noun, morpheme.PartOfSpeech);
        Assert.Equal("薬機法", morpheme.BaseForm);
        Assert.Equal("ヤッキホウ", morpheme.Reading);
        Assert.False(morpheme.IsUnknown);
    }

    [Fact]
    public void In_search_mode_a_user_word_also_gives_its_parts()
    {
        Assert.Equal("製造販売業|製造|販売|業", Analyzers.WithTerms.Surfaces("製造販売業", AnalysisMode.Search));
        Assert.Equal("薬機法", Analyzers.WithTerms.Surfaces("薬機法", AnalysisMode.Search));
    }

    [Fact]
    public void Lines_may_lack_a_reading_or_say_nothing()
    {
        using var analyzer = JapaneseAnalyzer.OpenDefault(["", "# 製造", "薬機法", "\tヨミ", "QMS省令\tキューエムエスショウレイ\r"]);

        Assert.Equal("QMS省令|と|薬機法", analyzer.Surfaces("QMS省令と薬機法"));
        Assert.Equal("", analyzer.Analyze("薬機法")[0].Reading);
    }
}
