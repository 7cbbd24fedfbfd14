using FsCheck;
using MedtechBot.Answers;
using MedtechBot.Consultations.Routing;
using MedtechBot.Tests.Knowledge;

namespace MedtechBot.Tests.Consultations.Routing;

public class TriageTests
{
    [Fact]
    public void The_prefectures_own_organisations_are_proposed()
    {
        var proposal = Matters.Propose(Matters.Fact("特許の相談") with { Prefecture = "福島県" });

        var organisation = Assert.Single(proposal.Organisations);
        Assert.Equal("ふくしま医療機器産業推進機構", organisation.Name);
        Assert.Equal("prefecture", organisation.Reason.Rule);
    }

    [Theory]
    [InlineData("うちは神奈川県の会社です。試作を相談したい。", "神奈川県")]
    [InlineData("We are based in Yokohama and look for a partner.", "神奈川県")]
    [InlineData("東京都の会社です。特許を取りたい。", "東京都")]
    public void A_place_is_read_out_of_the_text_where_the_form_has_none(string text, string prefecture) =>
        Assert.All(Matters.Propose(Matters.Fact(text)).Organisations.Select(o => o.Prefecture).DefaultIfEmpty(""), p => Assert.Equal(prefecture, p));

    [Fact]
    public void A_prefecture_without_listed_bodies_is_sent_to_those_of_its_area_and_told_so()
    {
        var organisations = Matters.Propose(Matters.Fact("試作を相談したい") with { Prefecture = "長崎県" }).Organisations;

        Assert.Contains(organisations, o => o.Name == "九州ヘルスケア産業推進協議会");
        Assert.All(organisations, o => Assert.Contains("長崎県の機関が一覧に載っていない", o.Reason.Japanese.Replace("県で、県の", "県の", StringComparison.Ordinal), StringComparison.Ordinal));
    }

    [Fact]
    public void An_area_alone_leads_to_its_hubs() =>
        Assert.Equal(["いわて産業振興センター", "ふくしま医療機器産業推進機構"],
            Matters.Propose(Matters.Fact("東北で連携先を探しています")).Organisations.Select(o => o.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void Experts_of_the_field_are_proposed() =>
        Assert.Equal(["正林真之", "橋本虎之助"], Matters.Propose(Matters.Fact("特許の出願を相談したい")).Experts.Select(e => e.Name));

    [Theory]
    [InlineData("MedVenture Partners")]
    [InlineData("medventure partners株式会社")]
    [InlineData("ＭｅｄＶｅｎｔｕｒｅ　Ｐａｒｔｎｅｒｓ")]
    public void An_expert_tied_to_a_competitor_is_not_proposed_and_it_is_said_why(string competitor)
    {
        var facts = Matters.Fact("資金調達のために投資家に会いたい");
        var proposal = Matters.Propose(facts with { Competitors = ["テルモ", competitor] });

        Assert.Equal(["大下創", "池野文昭"], Matters.Propose(facts).Experts.Select(e => e.Name).Order(StringComparer.Ordinal));
        Assert.Empty(proposal.Experts);
        Assert.All(proposal.ExcludedExperts, e => Assert.Contains(competitor, e.Reason.Japanese, StringComparison.Ordinal));
        Assert.Equal(2, proposal.ExcludedExperts.Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("株式会社")]
    [InlineData("テルモ株式会社")]
    public void Other_companies_exclude_nobody(string competitor) =>
        Assert.Empty(Matters.Propose(Matters.Fact("資金調達のために投資家に会いたい") with { Competitors = [competitor] }).ExcludedExperts);

    [Fact]
    public void Who_wants_to_know_how_is_told_of_paid_experts_with_the_words_that_say_so()
    {
        var proposal = Matters.Propose(Matters.Fact("滅菌の方法を決めたい") with { WantsHow = true });

        var door = proposal.Doors.Single(d => d.Id == "development");
        Assert.Equal("how", door.Reason.Rule);
        Assert.Contains("「どう解決するか」は有料の専門家の紹介になる", door.Citation.Quote, StringComparison.Ordinal);
        Assert.NotEmpty(proposal.Experts);
    }

    [Fact]
    public void The_conversation_tells_what_the_asker_did_not_write_again()
    {
        var facts = Matters.Fact("この件を担当者に相談したい") with { Turns = ["治験届はいつまでに出すのか", "治験計画届は、初回は治験開始の31日以上前に届け出る。"] };

        Assert.Equal("clinical", Matters.Propose(facts).Topics[0].Id);
        // What the asker wrote to the desk goes before it.
        Assert.Equal(["ip"], Matters.Propose(facts with { Text = "特許の相談をしたい" }).Topics.Select(t => t.Id));
    }

    [Theory]
    [InlineData("旧薬事法の話です", "regulatory")]
    [InlineData("薬事戦略相談を受けたい", "regulatory")]
    [InlineData("We plan a first-in-human clinical investigation", "clinical")]
    [InlineData("ﾁｹﾝ の ｿｳﾀﾞﾝ", "clinical")]
    [InlineData("プログラム医療機噐を作りたい", "samd")]
    public void Old_names_other_scripts_slips_and_synonyms_are_met(string text, string topic) =>
        Assert.Equal(topic, Matters.Propose(Matters.Fact(text)).Topics[0].Id);

    [Theory]
    [InlineData("開発費をいつ回収できるか", Urgency.Normal)]
    [InlineData("アンケートを回収して集計したい", Urgency.Normal)]
    [InlineData("治験中の有害事象の定義を知りたい", Urgency.Normal)]
    [InlineData("急ぎではありません", Urgency.Low)]
    [InlineData("製品を自主回収します。急ぎません", Urgency.Urgent)]
    public void Words_that_only_look_urgent_are_not(string text, Urgency urgency) => Assert.Equal(urgency, Matters.Propose(Matters.Fact(text)).Urgency);

    [Fact]
    public void What_the_asker_chose_goes_first_unless_people_may_be_in_danger()
    {
        var facts = Matters.Fact("保険適用の時期と、発売後の不具合の件") with { Topics = ["reimbursement", "no-such-topic"] };

        Assert.Equal(["safety", "reimbursement"], Matters.Propose(facts).Topics.Select(t => t.Id));
    }

    [Fact]
    public void Whatever_is_written_there_is_a_desk_a_reason_and_nothing_uncited()
    {
        var words = Matters.Rules.Routing.Topics.SelectMany(t => t.Words).Concat(Matters.Rules.Routing.Rules.SelectMany(r => r.When.Words))
            .Concat(["\0", "\ud83d", "🫀", "‮", "12/31まで", "2026-02-30", "99月99日", "。", "\n", "<script>", "福島", "'; DROP TABLE"]).ToArray();
        var texts = Arb.From(
            from a in Gen.Elements(words)
            from b in Gen.Elements(words)
            from c in Gen.Elements(words)
            from repeat in Gen.Choose(1, 60)
            from stage in Gen.Choose(-1, 9)
            select (Text: string.Join(' ', Enumerable.Repeat(a + b, repeat)) + c, Competitor: b, Stage: stage));

        Prop.ForAll(texts, t =>
        {
            var proposal = Matters.Propose(Matters.Fact(t.Text) with { Competitors = [t.Competitor], Stage = t.Stage, Deadline = t.Competitor, Prefecture = t.Competitor });
            return proposal.Desks.Count > 0 && proposal.Topics.Count > 0 && proposal.Doors.Count > 0 && proposal.Reasons.All(r => r.Japanese.Length > 0 && r.English.Length > 0)
                && proposal.Doors.Select(d => d.Citation).Concat(proposal.Organisations.Select(o => o.Citation)).Concat(proposal.Experts.Select(e => e.Citation))
                    .All(c => CitationCheck.Holds(c, ProductKnowledge.Current));
        }).Check(new Configuration { MaxNbOfTest = 60, Runner = Configuration.QuickThrowOnFailure.Runner });
    }

    [Fact]
    public void The_same_matter_gets_the_same_proposal() =>
        Assert.Equal(
            Matters.Propose(Matters.Fact("横浜の会社です。AIアプリの薬事と特許を至急相談したい")).Reasons,
            Matters.Propose(Matters.Fact("横浜の会社です。AIアプリの薬事と特許を至急相談したい")).Reasons);
}
