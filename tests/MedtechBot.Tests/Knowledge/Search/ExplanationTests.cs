using MedtechBot.Knowledge;
using MedtechBot.Knowledge.Search;
using MedtechBot.Knowledge.Search.Learning;

namespace MedtechBot.Tests.Knowledge.Search;

public class ExplanationTests
{
    private const int Depth = 10;

    private static readonly string[] Questions =
    [
        "伴走コンサルは無料ですか", "医療機器プログラムに該当するか", "薬事申請の流れを教えて", "いりょうききのにんしょう", "PMDA 相談 料金", "治験は必要ですか",
        "How do I get FDA clearance?", "補助金の公募はいつ", "保険適用まで何年かかる", "QMS省令 QMS 省令 省令", "クラスIIの認証", "知財の相談窓口はどこ",
    ];

    public static TheoryData<string> AllQuestions => [.. Questions];

    [Theory]
    [MemberData(nameof(AllQuestions))]
    public void The_parts_add_up_to_the_score_and_the_terms_to_their_part(string question)
    {
        var explanation = ProductKnowledge.Current.Search.Explain(question, Depth)!;

        Assert.NotEmpty(explanation.Passages);
        Assert.All(explanation.Passages, AssertAddsUp);
    }

    [Theory]
    [MemberData(nameof(AllQuestions))]
    public void The_passages_stand_in_the_order_of_the_search(string question) => Assert.Equal(
        ProductKnowledge.Current.Search.Search(question, Depth).Select(h => h.Passage.Id),
        ProductKnowledge.Current.Search.Explain(question, Depth)!.Passages.Select(p => p.Id));

    [Fact]
    public void Says_which_words_the_thesaurus_gave_and_what_they_add()
    {
        var knowledge = ProductKnowledge.Current;
        var explanation = knowledge.Search.Explain("薬事の相談をしたい", Depth)!;

        Assert.Contains(explanation.Expanded, e => e.IsOfTheDomain && e.Weight is > 0 and < 1);
        Assert.Contains(explanation.Passages, p => p.Terms.Any(t => t.Field == "synonyms" && explanation.Expanded.Any(e => e.Word == t.Term)));
    }

    [Fact]
    public void A_term_is_told_with_its_rarity_and_rarer_ones_tell_more()
    {
        var index = SmallSnapshot.Index(null, ("料金", "相談は無料である。"), ("期間", "相談は三か月である。"), ("窓口", "相談は毎日受ける。"));

        var terms = index.Explain("相談は無料か", 3).Documents[0].Terms.Where(t => t.Field == "words").ToDictionary(t => t.Term);

        Assert.True(terms["無料"].Rarity > terms["相談"].Rarity);
        Assert.True(terms["無料"].Contribution > terms["相談"].Contribution);
    }

    [Fact]
    public void A_question_in_kana_is_told_the_words_that_it_sounds_like()
    {
        var index = SmallSnapshot.Index(null, ("認証", "認証機関が審査する。"), ("料金", "相談は無料である。"));

        Assert.Contains(index.Explain("にんしょうきかん", 1).Documents[0].Terms, t => t is { Field: "kana", Term: "認証" });
    }

    [Fact]
    public void Learned_questions_and_trained_weights_are_part_of_the_sum()
    {
        var index = SmallSnapshot.Index(null, ("料金", "相談は無料である。"), ("期間", "相談は三か月である。"), ("窓口", "相談は毎日受ける。"));
        var learned = index.Learn([(1, "相談はどのくらい続くか"), (1, "相談の長さ")]);
        var model = RankingModel.FromJson(new RankingModel([.. RankingFeatures.Untrained.Select((w, i) => w + 0.1 * i)]).ToJson())!;

        var untrained = index.Explain("相談はどのくらい", 3, learned);
        var trained = index.Explain("相談はどのくらい", 3, learned, model);

        Assert.Equal((false, true), (untrained.IsTrained, trained.IsTrained));
        Assert.Equal("相談はどのくらい続くか", untrained.Documents.Single(d => d.Ranked.Document == 1).Learned[0].Text);
        Assert.All(untrained.Documents.Concat(trained.Documents), d => AssertNear(d.Ranked.Score, d.Parts.Sum(p => p.Contribution)));
        Assert.Contains(trained.Documents[0].Parts, p => p.Name == "words" && p.Weight == model.Weights["words"]);
    }

    [Fact]
    public void What_is_left_out_of_the_ranking_is_left_out_of_the_sum()
    {
        var index = SmallSnapshot.Index(null, ("料金", "相談は無料である。"), ("期間", "相談は三か月である。"))
            .Without(SearchParts.Titles | SearchParts.Bigrams | SearchParts.Nearness);

        var document = index.Explain("相談の料金", 2).Documents[0];

        AssertNear(document.Ranked.Score, document.Parts.Sum(p => p.Contribution));
        Assert.DoesNotContain(document.Terms, t => t.Field is "titles" or "bigrams");
    }

    [Theory]
    [InlineData("")]
    [InlineData("　\n")]
    [InlineData("\uD800。𠮷野家👩‍🔬")]
    public void Whatever_is_asked_can_be_explained(string question) =>
        Assert.All(ProductKnowledge.Current.Search.Explain(question, Depth)!.Passages, AssertAddsUp);

    private static void AssertAddsUp(ExplainedPassage passage)
    {
        AssertNear(passage.Score, passage.Parts.Sum(p => p.Contribution));
        Assert.All(passage.Parts, part => AssertNear(part.Contribution, part.Weight * part.Value));
        foreach (var part in passage.Parts.Take(5))
        {
            AssertNear(part.Value, passage.Terms.Where(t => t.Field == part.Name).Sum(t => t.Contribution));
        }
    }

    // The search adds in single precision.
    private static void AssertNear(double expected, double actual) => Assert.InRange(actual, expected - 1e-4 * (1 + Math.Abs(expected)), expected + 1e-4 * (1 + Math.Abs(expected)));
}
