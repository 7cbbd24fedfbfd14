using MedtechBot.Answers;
using MedtechBot.Tests.Knowledge;

namespace MedtechBot.Tests.Answers.Finders;

public class OrganisationFinderTests
{
    private const string Spec = """
        passages:
          - id: "region-{slug}"
            finder: organisations-of-region
            group_by: [region]
            heading: "{region}の機関"
            lead: "{region}の一覧である。"
            row: "{prefecture}: {name}"
            en: "List."
            source: meti
          - id: "prefecture-{pref}"
            finder: organisations-of-prefecture
            group_by: [prefecture]
            heading: "{prefecture}の機関"
            lead: "{prefecture}には{name|list}がある。"
            en: "{pref} has {name|list}."
            source: meti
        """;

    private const string Rows = "region,slug,prefecture,pref,name,match,areas\n北,north,青森県,aomori,甲,青森;あおもり;Aomori,東北;とうほく;Tohoku\n北,north,北海道,hokkaido,乙,北海道;Hokkaido,\n北,north,福島県,fukushima,丙,福島;Fukushima,東北;とうほく;Tohoku\n";

    [Theory]
    [InlineData("東北の相談先を教えて")]
    [InlineData("とうほくのそうだんさき")]
    [InlineData("東北地方で医療機器開発を支援してくれる機関は?")]
    [InlineData("Which organisations support device development in Tohoku?")]
    public void A_region_is_answered_with_the_bodies_of_its_prefectures_only(string question)
    {
        var answer = FinderKnowledge.Find(question, FinderKnowledge.Table(Spec, Rows))!;

        Assert.Contains("青森県: 甲", answer.Text, StringComparison.Ordinal);
        Assert.Contains("福島県: 丙", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("乙", answer.Text, StringComparison.Ordinal);
        Assert.Equal(["青森県: 甲", "福島県: 丙"], answer.Citations.Select(c => c.Quote));
    }

    [Theory]
    [InlineData("東北の補助金")]
    [InlineData("福島の医療機器産業の特徴は")]
    [InlineData("青森の支援機関の電話番号")]
    [InlineData("甲とは")]
    [InlineData("相談先を教えて")]
    [InlineData("東北新幹線の窓口")]
    [InlineData("")]
    public void Another_question_is_left_to_the_composer(string question) =>
        Assert.Null(FinderKnowledge.Find(question, FinderKnowledge.Table(Spec, Rows)));

    [Fact]
    public void Every_prefecture_of_a_region_is_named()
    {
        var answer = FinderKnowledge.Find("東北の相談先")!;

        Assert.All(["青森県", "岩手県", "宮城県", "秋田県", "山形県", "福島県"], p => Assert.Contains(p + ":", answer.Text, StringComparison.Ordinal));
        Assert.DoesNotContain("北海道", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_a_long_list_each_prefecture_is_shown_and_the_suggestion_leads_to_the_rest()
    {
        var answer = FinderKnowledge.Find("関東の支援機関")!;
        var rest = FinderKnowledge.Find(Assert.Single(answer.Suggestions))!;

        Assert.All(["茨城県", "栃木県", "群馬県", "埼玉県", "千葉県", "東京都", "神奈川県"], p => Assert.Contains(p + ":", answer.Text, StringComparison.Ordinal));
        Assert.Equal(7, answer.Text.Split("- ").Length - 1);
        Assert.Contains("ほかに6件", answer.Suggestions[0], StringComparison.Ordinal);
        Assert.Equal(13, rest.Text.Split("- ").Length - 1);
    }

    [Fact]
    public async Task A_follow_up_may_name_another_place()
    {
        var first = await Ask("東北の相談先を教えて");
        var second = await Ask("沖縄は", first);

        Assert.Contains("沖縄県産業振興公社", second.Answer.Text, StringComparison.Ordinal);
        Assert.Equal("support-organisations#by-prefecture-okinawa", Assert.Single(second.Answer.Citations).Id.Value);
    }

    private static async Task<MedtechBot.Turns.TurnOutcome> Ask(string question, params MedtechBot.Turns.TurnOutcome[] before) =>
        await new MedtechBot.Turns.TurnHandler(() => ProductKnowledge.Current).HandleAsync(new(question, [.. before.Select(b => b.Remembered)]));
}
