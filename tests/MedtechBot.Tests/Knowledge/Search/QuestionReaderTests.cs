using MedtechBot.Japanese;
using MedtechBot.Knowledge.Search;

namespace MedtechBot.Tests.Knowledge.Search;

public class QuestionReaderTests
{
    private static readonly JapaneseAnalyzer Analyzer = JapaneseAnalyzer.OpenDefault();
    private static readonly QuestionReader Reader = Of(Thesaurus.Empty);

    [Fact]
    public void What_everyday_language_calls_the_same_is_looked_for_too()
    {
        var synonyms = Reader.Read("宛て先の変更").Synonyms.Select(s => s.Word).ToList();

        Assert.Contains("あて先", synonyms);
        Assert.Contains("送り先", synonyms);
    }

    [Fact]
    public void Another_way_of_writing_the_word_weighs_more_than_another_word()
    {
        var synonyms = Reader.Read("曖昧な点").Synonyms.ToDictionary(s => s.Word, s => s.Weight);

        Assert.True(synonyms["あいまい"] > synonyms["あやふや"]);
    }

    [Fact]
    public void A_word_in_another_form_has_its_synonyms() =>
        Assert.Equal(Reader.Read("車を買う").Synonyms, Reader.Read("車を買った").Synonyms);

    [Fact]
    public void The_questions_own_words_are_no_synonyms()
    {
        var question = Reader.Read("宛て先と送り先");

        Assert.Empty(question.Synonyms.Select(s => s.Word).Intersect(question.Asked.Words));
    }

    [Fact]
    public void The_domains_own_words_come_with_the_general_ones() =>
        Assert.Contains("補助", Of(Thesaurus.Build(Analyzer, [("助成", "補助", 1f)])).Read("助成").Synonyms.Select(s => s.Word));

    [Fact]
    public void Of_a_compound_and_its_parts_the_parts_are_searched()
    {
        var question = Reader.Read("関西国際空港");

        Assert.Contains("関西国際空港", question.Asked.Words);
        Assert.Equal(["関西", "国際", "空港"], question.Words);
    }

    [Theory]
    [InlineData("開始は何年ですか", "年")]
    [InlineData("審査に何か月かかりますか", "")]
    [InlineData("審査員は何人？", "人")]
    [InlineData("手数料はいくら", "円")]
    [InlineData("いつ始まりましたか", "年 月")]
    [InlineData("何が要りますか", "")]
    public void What_is_asked_a_number_of_is_noticed(string question, string counters) =>
        Assert.Equal(counters, string.Join(' ', Reader.Read(question).Counters));

    private static QuestionReader Of(Thesaurus thesaurus) => new(new SearchTermReader(Analyzer), thesaurus, GeneralSynonyms.BuiltIn);
}
