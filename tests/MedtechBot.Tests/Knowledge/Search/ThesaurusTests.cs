using MedtechBot.Japanese;
using MedtechBot.Knowledge.Search;

namespace MedtechBot.Tests.Knowledge.Search;

public class ThesaurusTests
{
    private static readonly JapaneseAnalyzer Analyzer = JapaneseAnalyzer.OpenDefault();
    private static readonly Thesaurus Words = Thesaurus.Build(Analyzer,
        [("clinical trial", "治験", 1f), ("治験", "臨床実験", 0.5f), ("助成", "補助", 0.5f), ("助成", "補助", 1f)]);

    [Fact]
    public void A_term_of_several_words_matches_only_where_they_follow_each_other()
    {
        Assert.Equal("治験", Assert.Single(Words.Match(["the", "clinic", "trial"])).Other.Single());
        Assert.Empty(Words.Match(["clinic", "use", "trial"]));
        Assert.Empty(Words.Match(["clinic"]));
    }

    [Fact]
    public void Terms_stand_for_each_other_in_both_directions() =>
        Assert.Contains("clinic", Words.Expand(["治験"]).Keys);

    [Fact]
    public void A_name_of_many_words_shares_the_weight_of_one() =>
        Assert.Equal(1 / MathF.Sqrt(2), Words.Expand(["治験"])["trial"], 4);

    [Fact]
    public void The_heaviest_of_several_weights_counts() => Assert.Equal(1f, Words.Expand(["助成"])["補助"]);

    [Fact]
    public void What_the_question_says_itself_is_not_searched_twice() => Assert.DoesNotContain("補助", Words.Expand(["助成", "補助"]).Keys);

    [Fact]
    public void The_file_gives_related_words_half_the_weight()
    {
        using var folder = new KnowledgeFolder();
        folder.With("thesaurus.tsv", "canonical\tvariant\trelation\n助成\t補助\tsynonym\n助成\t融資\trelated\nbroken\n");

        var pairs = ThesaurusFile.Read(Path.Combine(folder.Path, "thesaurus.tsv"));

        Assert.Equal([("助成", "補助", 1f), ("助成", "融資", 0.5f)], pairs);
    }

    [Fact]
    public void A_missing_file_is_an_empty_thesaurus() => Assert.Empty(ThesaurusFile.Read("/nowhere/thesaurus.tsv"));
}
