using System.Text.Json;
using MedtechBot.Host.Evaluation;

namespace MedtechBot.Host.Tests.Evaluation;

public class AnswerScoreTests
{
    [Theory]
    [InlineData("5年", "期間は5年である", true)]
    [InlineData("5年", "期間は15年である", false)]
    [InlineData("30", "2030年", false)]
    [InlineData("30", "30.5億円", false)]
    [InlineData("30", "30。5億円", true)]
    [InlineData("30", "1.30", false)]
    [InlineData("クラスI", "クラスIIの機器", false)]
    [InlineData("クラスII", "クラスIIの機器", true)]
    [InlineData("vi", "via the desk", true)]
    [InlineData("", "何か", false)]
    public void A_number_or_numeral_stands_only_as_a_whole(string wanted, string text, bool stands) =>
        Assert.Equal(stands, AnswerScore.Stands(AnswerScore.Normalize(wanted), AnswerScore.Normalize(text)));

    [Theory]
    [InlineData("５，２００万円", "5200万円")]
    [InlineData("FY2026 11423", "fy2026_11423")]
    [InlineData("ﾒﾃﾞｨｯｸ", "メディック")]
    [InlineData("ガイド", "ガイド")]
    [InlineData("①", "1")]
    [InlineData("A\u2013B \u2212 C\u2015D", "a-b-c-d")]
    [InlineData("3〜5年", "3~5年")]
    [InlineData("1\u20442", "1/2")]
    [InlineData("行\n間 の　空白", "行間の空白")]
    [InlineData("治験\ud83d", "治験\ud83d")]
    public void Width_case_dashes_and_spaces_do_not_matter(string text, string plain) => Assert.Equal(plain, AnswerScore.Normalize(text));

    [Theory]
    [InlineData("コンピューター", "コンピュータ")]
    [InlineData("問い合わせ", "問合せ")]
    public void Variants_of_writing_are_told_apart(string one, string other) =>
        Assert.NotEqual(AnswerScore.Normalize(one), AnswerScore.Normalize(other));

    [Theory]
    [InlineData("answer", "answer", false, true)]
    [InlineData("answer", "answer_caveat", false, false)]
    [InlineData("answer", "answer_caveat", true, true)]
    [InlineData("escalate", "clarify", false, false)]
    [InlineData("escalate", "clarify", true, true)]
    [InlineData("escalate", "refuse", true, false)]
    public void Lenient_scoring_takes_caveats_and_named_alternatives(string expected, string action, bool lenient, bool fits) =>
        Assert.Equal(fits, AnswerScore.ActionFits(new GoldenItem("1", "?", expected) { ActionAlternatives = ["clarify"] }, action, lenient));

    [Fact]
    public void A_right_answer_holds_one_alternative_of_every_fact_and_nothing_forbidden()
    {
        var item = new GoldenItem("1", "?", "answer") { Must = [["無料", "free"], ["79"]], MustNot = ["有料"] };

        Assert.True(AnswerScore.IsRight(item, "answer", "原則無料、窓口は79カ所", lenient: false));
        Assert.False(AnswerScore.IsRight(item, "answer", "原則無料", lenient: false));
        Assert.False(AnswerScore.IsRight(item, "answer", "無料で79カ所、一部有料", lenient: false));
        Assert.False(AnswerScore.IsRight(item, "escalate", "原則無料、窓口は79カ所", lenient: true));
    }

    [Fact]
    public void An_accepted_other_action_need_not_carry_the_facts()
    {
        var item = new GoldenItem("1", "?", "answer") { Must = [["79"]], MustNot = ["有料"], ActionAlternatives = ["escalate"] };

        Assert.True(AnswerScore.IsRight(item, "escalate", "担当者におつなぎします", lenient: true));
        Assert.False(AnswerScore.IsRight(item, "escalate", "有料です", lenient: true));
        Assert.False(AnswerScore.IsRight(item, "escalate", "担当者におつなぎします", lenient: false));
    }

    [Theory]
    [InlineData("""["a#1", "a#2"]""", "a#2", true)]
    [InlineData("""["a#1", "a#2"]""", "b#1", false)]
    [InlineData("""[["a#1", "a#2"], ["b#1"]]""", "a#2", false)]
    [InlineData("""[["a#1", "a#2"], ["b#1"]]""", "b#1 a#1", true)]
    [InlineData("[]", "", true)]
    public void An_answer_cites_a_passage_of_every_needed_part(string passages, string cited, bool right)
    {
        var item = JsonSerializer.Deserialize<GoldenItem>($$"""{"id":"1","question":"?","action":"answer","passages":{{passages}}}""", JsonSerializerOptions.Web)!;

        Assert.Equal(right, AnswerScore.IsRight(item, "answer", "", cited.Split(' '), lenient: false));
    }

    [Theory]
    [InlineData(""" "a#1" """)]
    [InlineData("""["a#1", ["a#2"]]""")]
    [InlineData("[[1]]")]
    [InlineData("[[]]")]
    public void Passages_of_another_form_are_refused(string passages) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<GoldenItem>($$"""{"id":"1","question":"?","action":"answer","passages":{{passages}}}""", JsonSerializerOptions.Web));

    [Fact]
    public void Whoever_hands_over_need_not_cite()
    {
        var item = new GoldenItem("1", "?", "answer") { Passages = [["a#1"]], ActionAlternatives = ["escalate"] };

        Assert.True(AnswerScore.IsRight(item, "escalate", "", [], lenient: true));
        Assert.False(AnswerScore.IsRight(item, "answer_caveat", "", [], lenient: true));
    }
}
