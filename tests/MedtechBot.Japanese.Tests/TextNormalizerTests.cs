namespace MedtechBot.Japanese.Tests;

public class TextNormalizerTests
{
    [Theory]
    [InlineData("ＰＭＤＡ　Ｑ＆Ａ", "pmda q&a")]
    [InlineData("ﾌﾟﾛｸﾞﾗﾑ", "プログラム")]
    [InlineData("か\u3099", "が")]
    [InlineData("か゛ハ゜", "がパ")]
    [InlineData("゛", "゛")]
    [InlineData("㍿メドテック", "株式会社メドテック")]
    [InlineData("クラスⅡ", "クラスii")]
    [InlineData("CAFE\u0301", "café")]
    [InlineData("神", "神")]
    [InlineData("髙橋", "高橋")]
    [InlineData("医療\u200B機器", "医療機器")]
    [InlineData("", "")]
    public void Width_case_and_composition_are_unified(string text, string expected) =>
        Assert.Equal(expected, TextNormalizer.Normalize(text).Text);

    [Theory]
    [InlineData("サ－ビス", "サービス")]
    [InlineData("サ−ビスセンタ―", "サービスセンター")]
    [InlineData("ユーザ‐が", "ユーザーが")]
    [InlineData("ｻｰﾋﾞｽ", "サービス")]
    [InlineData("すご～い", "すごーい")]
    [InlineData("すごーーーい", "すごーい")]
    [InlineData("えー〜", "えー")]
    public void Dashes_that_stand_for_a_long_vowel_become_one(string text, string expected) =>
        Assert.Equal(expected, TextNormalizer.Normalize(text).Text);

    [Theory]
    [InlineData("03−1234", "03-1234")]
    [InlineData("データ-A", "データ-a")]
    [InlineData("プラン-1", "プラン-1")]
    [InlineData("月～金", "月~金")]
    [InlineData("10～20", "10~20")]
    public void Dashes_elsewhere_stay_dashes(string text, string expected) =>
        Assert.Equal(expected, TextNormalizer.Normalize(text).Text);

    [Fact]
    public void Circled_digits_become_digits_or_stay_as_wished()
    {
        Assert.Equal("段階4", TextNormalizer.Normalize("段階④").Text);
        Assert.Equal("段階④a", TextNormalizer.Normalize("段階④Ａ", NormalizationOptions.KeepCircledDigits).Text);
    }

    [Fact]
    public void Case_and_variants_can_be_kept()
    {
        Assert.Equal("QMS", TextNormalizer.Normalize("ＱＭＳ", NormalizationOptions.KeepCase).Text);
        Assert.Equal("サ−ビス", TextNormalizer.Normalize("サ−ビス", NormalizationOptions.KeepVariants).Text);
    }

    [Fact]
    public void Every_unit_knows_where_it_came_from()
    {
        var normalized = TextNormalizer.Normalize("㍿ﾌﾟﾛ\u200Bです");

        Assert.Equal("株式会社プロです", normalized.Text);
        Assert.Equal(0..1, normalized.OriginalRange(0, 4));
        Assert.Equal(1..3, normalized.OriginalRange(4, 1));
        Assert.Equal(3..5, normalized.OriginalRange(5, 1));
        Assert.Equal(5..7, normalized.OriginalRange(6, 2));
        Assert.Equal(7, normalized.OriginalStart(normalized.Text.Length));
        Assert.Equal(0, normalized.OriginalEnd(0));
    }

    [Fact]
    public void Any_units_are_accepted_and_every_range_lies_in_order_within_the_original()
    {
        var maker = new SentenceMaker(42);
        for (var i = 0; i < 500; i++)
        {
            var text = maker.AnyUnits(1 + (i % 80));
            var normalized = TextNormalizer.Normalize(text);

            for (var unit = 0; unit < normalized.Text.Length; unit++)
            {
                Assert.InRange(normalized.OriginalStart(unit), 0, text.Length - 1);
                Assert.InRange(normalized.OriginalEnd(unit + 1), normalized.OriginalStart(unit) + 1, text.Length);
                Assert.True(normalized.OriginalStart(unit) <= normalized.OriginalStart(unit + 1));
            }
        }
    }

    [Fact]
    public void Normalised_text_stays_as_it_is()
    {
        var maker = new SentenceMaker(43);
        for (var i = 0; i < 500; i++)
        {
            var once = TextNormalizer.Normalize(maker.Sentence()).Text;

            Assert.Equal(once, TextNormalizer.Normalize(once).Text);
        }
    }
}
