using MedtechBot.Knowledge.Search;

namespace MedtechBot.Tests.Knowledge.Search;

public class ClosenessTests
{
    [Fact]
    public void Words_that_stand_together_rank_above_the_same_words_apart() => Assert.Equal(1, Best("治験の費用",
        ("甲", "治験は届け出る。別の話が長く続き、その中に薬の価格や工場の設備や人の教育も出てくる。費用は高い。"),
        ("乙", "別の話が長く続き、その中に薬の価格や工場の設備や人の教育も出てくる。治験の費用は高い。届け出る。")));

    [Fact]
    public void A_heading_that_asks_nothing_else_ranks_above_one_that_does() => Assert.Equal(0, Best("補助金の申請",
        ("補助金の申請", "窓口で受け付ける。"),
        ("補助金の申請と返還と監査と報告", "窓口で受け付ける。")));

    [Fact]
    public void Who_asks_how_many_gets_the_sentence_with_a_number() => Assert.Equal(1, Best("審査員は何人ですか",
        ("甲", "審査員は多くの人から選ばれる。審査員は外部の人である。"),
        ("乙", "審査員は5人が選ばれる。審査員は外部の人である。")));

    private static int Best(string question, params (string Title, string Body)[] documents) =>
        SmallSnapshot.Index(null, [.. documents, ("丙", "関係のない話。"), ("丁", "天気は晴れ。")]).Search(question, 5)[0].Document;
}
