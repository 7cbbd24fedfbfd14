using MedtechBot.Answers;
using MedtechBot.Answers.Finders;
using MedtechBot.Tests.Knowledge;

namespace MedtechBot.Tests.Answers.Finders;

public class CountryComparisonTests
{
    [Theory]
    [InlineData("日本と米国のクラス分類の違い", "JP", "US")]
    [InlineData("日米欧のクラス分類を比較して", "JP", "US", "EU")]
    [InlineData("英国とEUの代理人の違い", "UK", "EU")]
    [InlineData("シンガポールと韓国の承認の有効期間を比べて", "SG", "KR")]
    [InlineData("新規性喪失の例外は日本と欧州でどう違う?", "JP", "EU")]
    public void Each_statement_comes_from_a_passage_of_its_own_country(string question, params string[] countries)
    {
        var answer = FinderKnowledge.Find(question)!;

        Assert.Equal(countries, answer.Citations.Select(c => Assert.Single(ProductKnowledge.Current.FindPassage(c.Id)!.Jurisdictions)));
        Assert.Equal(countries.Length, answer.Text.Split('\n').Count(line => line.EndsWith(']')));
    }

    [Theory]
    [InlineData("アメリカとEUと日本の手続きの違い", "US", "EU", "JP")]
    [InlineData("アメリカと日本のQMSはどう違う?", "US", "JP")]
    [InlineData("How does software regulation in the US differ from Japan?", "US", "JP")]
    [InlineData("Compare the QMS requirements in Japan and the US", "JP", "US")]
    [InlineData("日本と英国とEUの代理人の違い", "JP", "UK", "EU")]
    public void What_is_said_of_a_country_is_its_own_passage_or_its_own_row(string question, params string[] countries)
    {
        var answer = FinderKnowledge.Find(question)!;

        Assert.Equal(countries, answer.Citations.Select(CountryOf));
    }

    private static string CountryOf(Citation citation)
    {
        var jurisdictions = ProductKnowledge.Current.FindPassage(citation.Id)!.Jurisdictions;
        return jurisdictions is [var only]
            ? only
            : Assert.Single(Countries.All, c => c.Spellings.Any(s => citation.Quote.StartsWith($"国・地域: {s};", StringComparison.Ordinal) || citation.Quote.StartsWith($"{s}: ", StringComparison.Ordinal))).Code;
    }

    [Fact]
    public void A_country_without_a_source_is_named_as_missing()
    {
        var answer = FinderKnowledge.Find("米国とインドの市販前手続の違い")!;

        Assert.Contains("インド: この点についての資料は見つかりませんでした", answer.Text, StringComparison.Ordinal);
        Assert.Equal(["US"], ProductKnowledge.Current.FindPassage(Assert.Single(answer.Citations).Id)!.Jurisdictions);
    }

    [Theory]
    [InlineData("日本の承認はシンガポールで役に立つか")]
    [InlineData("日本の治験データは米国で使えるか")]
    [InlineData("PCCP(米国)とIDATEN(日本)の違い")]
    [InlineData("米国のクラス分類は")]
    [InlineData("インドとフランスの薬事の違い")]
    [InlineData("韓国と台湾の違いは")]
    [InlineData("クラスを比べたい")]
    [InlineData("日本のタイミングと米国の違い")]
    public void Nothing_to_compare_is_left_to_the_composer(string question) =>
        Assert.Null(FinderKnowledge.Find(question));
}
