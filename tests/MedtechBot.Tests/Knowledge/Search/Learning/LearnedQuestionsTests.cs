using MedtechBot.Knowledge.Search;
using MedtechBot.Knowledge.Search.Learning;

namespace MedtechBot.Tests.Knowledge.Search.Learning;

public class LearnedQuestionsTests
{
    private static readonly TextIndex Index = SmallSnapshot.Index(
        null,
        ("保険収載", "医療機器の価格は中央の会議で決まる。"),
        ("治験", "治験の計画は届け出る。"),
        ("補助金", "開発費の一部を補助する。"));

    [Fact]
    public void A_question_in_words_of_no_document_finds_the_one_that_answered_it_before()
    {
        const string asked = "儲かるまでのお小遣い";
        Assert.Empty(Index.Search(asked, 3));

        var learned = Index.Learn([(2, "儲かるまでのお小遣いはありますか")]);

        Assert.Equal(2, Assert.Single(Index.Search(asked, 3, learned)).Document);
    }

    [Fact]
    public void What_was_learned_for_one_document_does_not_hide_the_others() =>
        Assert.Equal(1, Index.Search("治験の計画", 3, Index.Learn([(0, "治験はどうする")]))[0].Document);

    [Fact]
    public void Changing_a_documents_questions_is_the_same_as_learning_all_anew()
    {
        var changed = Index.Learn(Index.Learn([(0, "価格はどこで決まる"), (1, "届け出の仕方")]), 0, ["誰が値段を決める"]);
        var anew = Index.Learn([(0, "誰が値段を決める"), (1, "届け出の仕方")]);

        Assert.All(["値段を決める", "価格は", "届け出"], q => Assert.Equal(Index.Search(q, 3, anew), Index.Search(q, 3, changed)));
        Assert.Equal(["誰が値段を決める"], changed.Of(0));
    }

    [Fact]
    public void Nothing_is_left_of_questions_that_are_taken_back()
    {
        var learned = Index.Learn(Index.Learn([(2, "お小遣い")]), 2, []);

        Assert.Equal(0, learned.Documents);
        Assert.Empty(Index.Search("お小遣い", 3, learned));
    }

    [Fact]
    public void No_document_learns_more_than_so_many()
    {
        var learned = Index.Learn(Enumerable.Range(0, 100).Select(i => (1, $"質問{i}番")));

        Assert.Equal(LearnedQuestions.MostOfADocument, learned.Of(1).Count);
    }
}
