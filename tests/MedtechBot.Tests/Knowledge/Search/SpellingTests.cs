using MedtechBot.Knowledge.Search;

namespace MedtechBot.Tests.Knowledge.Search;

public class SpellingTests
{
    [Theory]
    [InlineData("治剣の依頼者", "治験の依頼者")]
    [InlineData("保健収載の手続", "保険収載の手続")]
    [InlineData("一般的名象を探す", "一般的名称を探す")]
    [InlineData("密秘保持契約の相手", "秘密保持契約の相手")]
    [InlineData("添添付文書を直す", "添付文書を直す")]
    [InlineData("サイバーセキリュティの手引き", "サイバーセキュリティの手引き")]
    [InlineData("EUDAMDEへの登録", "eudamedへの登録")]
    public void A_slip_in_a_word_of_the_knowledge_base_is_put_right(string written, string read) => Assert.Equal(read, Correct(written)?.Text);

    [Theory]
    [InlineData("治験の届出はどこに出しますか")]
    [InlineData("当社の製品は医療機器ですか")]
    [InlineData("法人税の申告はいつまでですか")]
    [InlineData("二人目の子どもの保育料を知りたい")]
    [InlineData("転出届は郵送でできますか")]
    [InlineData("輸入関税は何パーセントですか")]
    [InlineData("スピーカーとレントゲン")]
    [InlineData("ISO 13486 と JIS Q 13485")]
    [InlineData("Who owns what an employee invents?")]
    [InlineData("")]
    public void What_is_written_as_meant_stays(string written) => Assert.Null(Correct(written));

    [Fact]
    public void Each_slip_is_told()
    {
        var corrected = Correct("承認伸請の審差");

        Assert.Contains(new Correction("承認伸請", "承認申請"), corrected!.Corrections);
    }

    [Fact]
    public void A_text_of_any_length_is_read_in_little_time() =>
        Assert.True(Correct(string.Concat(Enumerable.Repeat("剣伸磐", 30_000)) + " 治剣")?.Corrections.Count is null or <= Correction.Most);

    private static CorrectedText? Correct(string text) => ProductKnowledge.Current.Words.Correct(text);
}
