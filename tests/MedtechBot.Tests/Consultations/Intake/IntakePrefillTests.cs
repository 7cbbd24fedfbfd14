using MedtechBot.Answers;
using MedtechBot.Consultations;
using MedtechBot.Consultations.Intake;

namespace MedtechBot.Tests.Consultations.Intake;

public sealed class IntakePrefillTests
{
    [Fact]
    public void A_japanese_conversation_fills_what_it_says_and_leaves_the_rest_open()
    {
        var draft = Fill(
            "福島県の町工場です。見守り用のセンサーの試作品ができました。何から始めればよいですか",
            "AMEDの事業に採択されています。管理医療機器になると思っています",
            "米国でも売りたいです。来月末までに応募する必要があります");
        var details = draft.Form.Details;
        Assert.Equal("米国でも売りたいです。来月末までに応募する必要があります", draft.Form.Summary);
        Assert.Equal((5, 2, Wish.What, ProductForm.Hardware), (details.Stage, details.SupportType, details.Wish, details.Form));
        Assert.Equal(("福島県", "管理医療機器", "米国", "来月末"), (details.Prefecture, details.SupposedClass, details.Markets, details.Deadline));
        Assert.Equal("AMEDの事業に採択", details.PublicFunding);
        Assert.Null(details.Product);
        Assert.Null(details.EarlierConsultations);
        Assert.Equal(new HashSet<string> { "summary", "wish", "form", "class", "markets", "stage", "support", "deadline", "funding", "prefecture" }, draft.FromConversation.ToHashSet());
    }

    [Fact]
    public void A_wish_for_a_person_alone_is_no_matter()
    {
        var person = new Answer { Outcome = OutcomeKind.Escalated, Language = Language.Japanese, Text = "", Escalation = EscalationReason.AskedForPerson };
        Assert.Equal("", IntakePrefill.Of(person, ["相談したい"]).Form.Summary);
        Assert.Equal("PMDAの料金は?", IntakePrefill.Of(person, ["PMDAの料金は?", "相談したい"]).Form.Summary);
        Assert.Equal("治験のことで相談したい", IntakePrefill.Of(person, ["治験のことで相談したい"], "clinical").Form.Summary);
    }

    [Fact]
    public void An_english_conversation_is_read_alike()
    {
        var draft = IntakePrefill.Of(new Answer { Outcome = OutcomeKind.Escalated, Language = Language.English, Text = "" },
            ["We are a software company based in Fukushima and have a prototype.", "We think it is class II and want to sell it in the United States by next month. What should we do?"], "samd");
        var details = draft.Form.Details;
        Assert.Equal((5, 3, Wish.What, ProductForm.Software), (details.Stage, details.SupportType, details.Wish, details.Form));
        Assert.Equal(("福島県", "class II", "United States", "next month", "samd"), (details.Prefecture, details.SupposedClass, details.Markets, details.Deadline, Assert.Single(details.Topics)));
    }

    [Theory]
    [InlineData("治験の費用はいくらですか")]
    [InlineData("試作品はどこで作れますか")]
    [InlineData("承認申請の準備は何が必要ですか")]
    [InlineData("クラスIIとクラスIIIの違いは?")]
    [InlineData("AMEDの補助金を知りたい")]
    [InlineData("PMDAの相談は無料ですか")]
    [InlineData("2014年の法改正で何が変わりましたか")]
    [InlineData("東京大学の事例を教えて")]
    [InlineData("How much does a clinical trial cost?")]
    public void A_question_about_something_says_nothing_of_the_askers_own_matter(string question)
    {
        var details = Fill(question).Form.Details;
        Assert.Equal(new IntakeDetails() with { Topics = details.Topics }, details);
        Assert.Empty(details.Topics);
    }

    [Theory]
    [InlineData("治験を実施しています", 6)]
    [InlineData("臨床研究中です", 6)]
    [InlineData("承認申請を準備中です", 4)]
    [InlineData("アイデア段階です", 1)]
    [InlineData("量産を始めました", 8)]
    [InlineData("いまは段階③です", 3)]
    [InlineData("We are running a clinical trial.", 6)]
    public void The_stage_is_where_the_asker_says_to_be(string said, int stage) => Assert.Equal(stage, Fill(said).Form.Details.Stage);

    [Theory]
    [InlineData("締切は12月10日です", "12月10日")]
    [InlineData("2027年3月までに申請したい", "2027年3月")]
    [InlineData("２０２７年３月までに発売します", "２０２７年３月")]
    [InlineData("We must submit by 10 December 2026.", "10 December 2026")]
    public void A_deadline_is_kept_as_it_was_written(string said, string deadline) => Assert.Equal(deadline, Fill(said).Form.Details.Deadline);

    [Fact]
    public void What_was_said_last_counts() =>
        Assert.Equal((6, "大阪府"), (Fill("試作品ができました。東京都にあります", "治験を始めました。大阪府です").Form.Details.Stage, Fill("東京都です", "大阪府です").Form.Details.Prefecture));

    [Theory]
    [InlineData("東京都にある会社です", "東京都")]
    [InlineData("京都の病院です", "京都府")]
    [InlineData("We are in Osaka.", "大阪府")]
    [InlineData("福島県と宮城県に工場があります", null)]
    public void The_prefecture_is_the_one_the_asker_is_in(string said, string? prefecture) => Assert.Equal(prefecture, Fill(said).Form.Details.Prefecture);

    [Fact]
    public void Who_asks_for_the_work_to_be_done_wishes_to_know_how() =>
        Assert.Equal(Wish.How, IntakePrefill.Of(new Answer { Outcome = OutcomeKind.Escalated, Language = Language.Japanese, Text = "", Escalation = EscalationReason.WorkForHire }, ["書類一式お願いします"]).Form.Details.Wish);

    [Fact]
    public void Of_a_confidential_matter_nothing_is_filled_in_and_nothing_shared()
    {
        var answer = new Answer { Outcome = OutcomeKind.Escalated, Language = Language.Japanese, Text = "", Escalation = EscalationReason.Confidential };
        var form = IntakePrefill.Of(answer, ["福島県の会社です", "(未公開の発明や秘密の内容のため、保存していません)"]).Form;
        Assert.StartsWith("【秘密保持希望】", form.Summary, StringComparison.Ordinal);
        Assert.Equal((true, false, null), (form.Details.IsConfidential, form.Details.SharesTranscript, form.Details.Prefecture));
    }

    [Fact]
    public void Without_a_conversation_the_form_is_empty() => Assert.Empty(IntakePrefill.Of(null, []).FromConversation);

    private static IntakeDraft Fill(params string[] questions) =>
        IntakePrefill.Of(new Answer { Outcome = OutcomeKind.Escalated, Language = Language.Japanese, Text = "" }, questions);
}
