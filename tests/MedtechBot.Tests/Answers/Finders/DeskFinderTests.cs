using MedtechBot.Answers;
using MedtechBot.Knowledge;
using MedtechBot.Tests.Knowledge;

namespace MedtechBot.Tests.Answers.Finders;

public class DeskFinderTests
{
    [Theory]
    [InlineData("クラスII機器の一般的名称はどこに聞けばいい", "generic-name")]
    [InlineData("アプリが医療機器に当たるかは誰に聞けばいい", "samd-status")]
    [InlineData("該当性の相談先", "device-status")]
    [InlineData("アプリの特許はどこに相談する?", "ip")]
    [InlineData("とっきょのそうだんさき", "ip")]
    [InlineData("治験が要るかはどこに相談する", "trial-necessity")]
    [InlineData("保険適用はどこに申請しますか", "reimbursement")]
    [InlineData("ベンチャーが臨床研究を相談する先", "clinical-research")]
    [InlineData("Where do I ask about patents?", "ip")]
    [InlineData("Which desk handles reimbursement?", "reimbursement")]
    public void A_matter_leads_to_its_desk(string question, string desk)
    {
        var answer = FinderKnowledge.Find(question)!;

        Assert.Equal("desks#" + desk, Assert.Single(answer.Citations).Id.Value);
        Assert.NotEmpty(answer.DateLine);
    }

    [Theory]
    [InlineData("MEDICの窓口は全国に何カ所")]
    [InlineData("特許はいつ出願すればよいか")]
    [InlineData("MEDICに薬事の相談はできますか")]
    [InlineData("保険適用の区分A1とは")]
    [InlineData("PMDAの全般相談は無料ですか")]
    [InlineData("特許を取る方法を教えて")]
    [InlineData("どこで治験をすればデータが海外でも受け入れられて承認が早くなるか、比較して聞きたい")]
    public void A_question_about_one_thing_is_left_to_the_composer(string question) =>
        Assert.Null(FinderKnowledge.Find(question));

    [Fact]
    public void Two_desks_that_fit_alike_are_both_shown()
    {
        var answer = FinderKnowledge.Find("MEDISOとInnoHubどちらに聞く")!;

        Assert.Equal(["desks#ventures", "desks#healthcare-business"], answer.Citations.Select(c => c.Id.Value));
    }

    [Fact]
    public void Every_desk_says_what_it_costs_or_that_the_sources_do_not() =>
        Assert.All(Desks().SelectMany(p => p.Rows).Where(r => r["id"] is not ("malfunction" or "calls")), row => Assert.Matches("料|償|費用|補助率", row["cost"]));

    [Fact]
    public void Every_desk_is_found_by_each_of_its_matters()
    {
        var lost = Desks().SelectMany(p => p.Rows[0].List("match").Select(m => (p, m)))
            .Where(d => d.m.Any(c => c > 127) && FinderKnowledge.Find(d.m + "の相談先")?.Citations.Any(c => c.Id == d.p.Id) != true)
            .Select(d => $"{d.m} -> {d.p.Id}");

        Assert.Empty(lost);
    }

    private static IEnumerable<Passage> Desks() => ProductKnowledge.Current.Table(FinderTable.Desks);
}
