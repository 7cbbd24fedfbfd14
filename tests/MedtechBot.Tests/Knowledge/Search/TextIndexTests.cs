using MedtechBot.Japanese;
using MedtechBot.Knowledge.Search;

namespace MedtechBot.Tests.Knowledge.Search;

public class TextIndexTests
{
    private static readonly TextIndex Index = SmallSnapshot.Index(
        null,
        ("保険収載", "医療機器の価格は中央の会議で決まる。"),
        ("治験", "治験の計画は届け出る。保険収載は後で考える。"),
        ("補助金", "開発費の一部を補助する。"),
        ("研究費", "開発費の一部を補助する。"));

    [Fact]
    public void A_match_in_the_title_ranks_above_one_in_the_body()
    {
        var index = SmallSnapshot.Index(null, ("届出", "これは保険収載の話である。"), ("保険収載", "これは届出の話である。"));

        Assert.Equal(1, index.Search("保険収載", 2)[0].Document);
        Assert.Equal(0, index.Search("届出", 2)[0].Document);
    }

    [Fact]
    public void Equal_scores_go_by_document_number()
    {
        var index = SmallSnapshot.Index(null, ("無関係", "別の話。"), ("補助金", "開発費を補助する。"), ("補助金", "開発費を補助する。"), ("補助金", "開発費を補助する。"));

        var hits = index.Search("補助金", 10);

        Assert.Equal([1, 2, 3], hits.Select(h => h.Document));
        Assert.Single(hits.Select(h => h.Score).Distinct());
    }

    [Fact]
    public void Searching_again_gives_the_very_same_scores_from_any_thread()
    {
        string[] questions = ["保険収載の価格", "治験の計画", "開発費の補助", "ほけんしゅうさい"];
        var expected = questions.Select(q => Index.Search(q, 4)).ToList();

        Parallel.For(0, 400, i => Assert.Equal(expected[i % questions.Length], Index.Search(questions[i % questions.Length], 4)));
    }

    [Fact]
    public void A_question_in_kana_finds_a_document_in_kanji()
    {
        Assert.Equal(0, Index.Search("ほけんしゅうさい", 4)[0].Document);
        Assert.Equal(1, Index.Search("ちけんのけいかく", 4)[0].Document);
    }

    [Fact]
    public void What_nobody_wrote_finds_nothing() => Assert.Empty(Index.Search("zzyzx", 4));

    [Fact]
    public void An_index_without_documents_finds_nothing() => Assert.Empty(SmallSnapshot.Index(null).Search("治験", 4));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void No_hits_are_given_when_none_are_wanted(int limit) => Assert.Empty(Index.Search("治験", limit));

    [Fact]
    public void A_synonym_finds_what_the_question_does_not_name()
    {
        var index = SmallSnapshot.Index(Synonyms(("薬事承認", "大臣の許し", 1f)), ("別の話", "工場の設備。"), ("許可", "大臣の許しを得る。"));

        Assert.Equal(1, Assert.Single(index.Search("薬事承認", 5)).Document);
    }

    [Fact]
    public void A_synonym_weighs_less_than_the_word_itself()
    {
        var index = SmallSnapshot.Index(Synonyms(("助成", "補助", 1f)), ("甲", "費用を補助する。"), ("乙", "費用を助成する。"));

        var own = index.Search("助成", 2);
        var other = index.Search("補助", 2);

        Assert.Equal([1, 0], own.Select(h => h.Document));
        Assert.Equal([0, 1], other.Select(h => h.Document));
        Assert.True(own[1].Score < 0.6 * own[0].Score);
    }

    private static Thesaurus Synonyms(params (string, string, float)[] pairs) => Thesaurus.Build(JapaneseAnalyzer.OpenDefault(), pairs);
}
