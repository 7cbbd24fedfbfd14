namespace MedtechBot.Tests.Knowledge.Search;

/// <summary>Whatever is asked, the search gives hits or none and never fails.</summary>
public class HostileQuestionTests
{
    public static TheoryData<string, string> Questions => new()
    {
        { "empty", "" },
        { "white space", " \t\r\n\u3000" },
        { "marks alone", "?!。、・「」" },
        { "high surrogate alone", "治験\ud83d" },
        { "low surrogate first", "\udc00治験" },
        { "control characters", "治\0験\u0001\u202e\u200b" },
        { "emoji", "👩‍⚕️🇯🇵 治験" },
        { "100 KB of one letter", new string('あ', 100_000) },
        { "100 KB of kanji", string.Concat(Enumerable.Repeat("医療機器治験", 17_000)) },
        { "100 KB of digits", new string('9', 100_000) },
        { "100 KB without a space", new string('x', 100_000) },
    };

    [Theory]
    [MemberData(nameof(Questions))]
    public void A_hostile_question_is_searched_like_any_other(string what, string question)
    {
        var hits = ProductKnowledge.Current.Search.Search(question, 5);

        Assert.True(hits.Count <= 5, what);
        Assert.All(hits, hit => Assert.True(hit.Score > 0));
    }

    [Fact]
    public void Random_characters_are_searched_like_any_other()
    {
        var random = new Random(20261121);
        for (var i = 0; i < 300; i++)
        {
            var question = new string([.. Enumerable.Range(0, random.Next(60)).Select(_ => (char)random.Next(0x10000))]);
            Assert.True(ProductKnowledge.Current.Search.Search(question, 5).Count <= 5);
        }
    }
}
