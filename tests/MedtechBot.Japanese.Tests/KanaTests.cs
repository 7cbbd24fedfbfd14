namespace MedtechBot.Japanese.Tests;

public class KanaTests
{
    [Fact]
    public void Hiragana_and_katakana_become_each_other()
    {
        Assert.Equal("ヤッキホウーA漢ゝ".Replace('ゝ', 'ヽ'), Kana.ToKatakana("やっきほうーA漢ゝ"));
        Assert.Equal("やっきほうーヷ", Kana.ToHiragana("ヤッキホウーヷ"));
    }

    [Theory]
    [InlineData("やっきほう", true)]
    [InlineData("サービス 案内", true)]
    [InlineData("薬機法の話", false)]
    [InlineData("", false)]
    public void Text_that_is_mostly_kana_is_recognised(string text, bool expected) =>
        Assert.Equal(expected, Kana.IsMostlyKana(text));
}
