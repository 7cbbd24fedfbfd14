namespace MedtechBot.Japanese.Tests;

public class SearchModeTests
{
    [Fact]
    public void A_compound_is_followed_by_its_parts()
    {
        var morphemes = Analyzers.Default.Analyze("厚生労働省", AnalysisMode.Search);

        Assert.Equal(["厚生", "労働省", "労働", "省"], morphemes.Select(m => m.Surface));
        Assert.Equal(["労働省"], morphemes.Where(m => m.IsCompoundExtra).Select(m => m.Surface));
    }

    [Fact]
    public void Without_the_parts_it_is_the_normal_segmentation()
    {
        var maker = new SentenceMaker(11);
        for (var i = 0; i < 300; i++)
        {
            var text = maker.Sentence();
            var end = 0;
            var whole = new List<string>();
            foreach (var morpheme in Analyzers.WithTerms.Analyze(text, AnalysisMode.Search))
            {
                if (morpheme.Start >= end)
                {
                    whole.Add(morpheme.Surface);
                    end = morpheme.Start + morpheme.Length;
                }
            }

            Assert.Equal(Analyzers.WithTerms.Surfaces(text), string.Join('|', whole));
        }
    }

    [Theory]
    [InlineData("費用を教えてください")]
    [InlineData("プログラムは医療機器ですか")]
    public void Short_words_stay_whole(string text) =>
        Assert.Equal(Analyzers.Default.Surfaces(text), Analyzers.Default.Surfaces(text, AnalysisMode.Search));
}
