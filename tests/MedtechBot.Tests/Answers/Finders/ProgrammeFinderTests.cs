using MedtechBot.Answers;
using MedtechBot.Tests.Knowledge;

namespace MedtechBot.Tests.Answers.Finders;

public class ProgrammeFinderTests
{
    private const string Spec = """
        passages:
          - id: "{id}"
            finder: programmes
            group_by: [id]
            heading: "{programme}の対象"
            lead: "{programme}は対象を決めている。"
            en: "About {programme}."
            source: meti
        """;

    private const string Rows = """
        id,programme,short_name,match_phase,match_applicant,match_class,match_subject,first_year,last_year
        a,甲計画,,基礎研究,大学;スタートアップ,,,2023,2030
        b,乙計画,,応用研究,スタートアップ;中小企業,クラスIII,,2023,2030
        c,丙計画,,応用研究,スタートアップ;中小企業,,,2020,2024
        d,丁計画,,,スタートアップ,,特許,,
        """;

    [Theory]
    [InlineData("基礎研究段階の大学が使える補助金は", "t#a")]
    [InlineData("応用研究の中小企業向けの補助金", "t#b")]
    [InlineData("2022年度に応用研究の中小企業が使える補助金", "t#c")]
    [InlineData("スタートアップの特許の補助金", "t#d")]
    [InlineData("応用研究のスタートアップが使える事業をすべて", "t#b t#c t#d")]
    [InlineData("応用研究の大学が使える補助金", "t#a")]
    public void The_most_fitting_programmes_are_named(string question, string passages) =>
        Assert.Equal(passages.Split(' '), FinderKnowledge.Find(question, FinderKnowledge.Table(Spec, Rows))!.Citations.Select(c => c.Id.Value));

    [Fact]
    public void What_fits_only_in_part_is_said_to()
    {
        var knowledge = FinderKnowledge.Table(Spec, Rows);

        Assert.Contains("見当たりません", FinderKnowledge.Find("応用研究の大学が使える補助金", knowledge)!.Text, StringComparison.Ordinal);
        Assert.Contains("終わっています", FinderKnowledge.Find("2022年度に応用研究の中小企業が使える補助金", knowledge)!.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("終わっています", FinderKnowledge.Find("応用研究の中小企業向けの補助金", knowledge)!.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("which programme for a startup in clinical development", "meti-programmes#programme-global-expansion")]
    [InlineData("What grants can universities use for basic research?", "meti-programmes#programme-healthtech-startup")]
    [InlineData("きそけんきゅうのだいがくがつかえるほじょきん", "meti-programmes#programme-healthtech-startup")]
    [InlineData("クラスIIIの機器の開発に使える補助金", "other-programmes#innovation-2022")]
    [InlineData("特許の補助金はありますか", "other-programmes#foreign-filing")]
    public async Task The_product_finds_them_too(string question, string passage)
    {
        var answer = await ProductKnowledge.AnswerAsync(question);

        Assert.Equal(passage, Assert.Single(answer.Citations).Id.Value);
        Assert.NotEmpty(answer.DateLine);
    }

    [Fact]
    public void The_rest_is_counted_and_reachable()
    {
        var answer = FinderKnowledge.Find("スタートアップが使える補助金")!;
        var rest = FinderKnowledge.Find(answer.Suggestions[0])!;

        Assert.Equal(2, answer.Citations.Count);
        Assert.Contains($"ほかに{rest.Citations.Count - 2}件", answer.Suggestions[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("大学の場合は", "meti-programmes#programme-healthtech-startup")]
    [InlineData("臨床の段階では?", "meti-programmes#programme-global-expansion")]
    public void A_follow_up_replaces_what_it_names(string question, string passage) =>
        Assert.Equal(passage, FinderKnowledge.Find(question, before: "基礎研究段階のスタートアップが使える補助金は")!.Citations[0].Id.Value);

    [Theory]
    [InlineData("次世代ヘルステックの予算はいくら")]
    [InlineData("うちでも使える補助金はありますか")]
    [InlineData("令和9年度の公募は始まったか")]
    [InlineData("大学からでも使えるか")]
    [InlineData("動物実験だけで申請できるか")]
    [InlineData("スタートアップ向けの知財支援")]
    [InlineData("医工連携グローバル展開事業は中小企業も使えるか")]
    public void A_question_about_one_programme_or_none_is_left_to_the_composer(string question) =>
        Assert.Null(FinderKnowledge.Find(question));
}
