using MedtechBot.Knowledge;

namespace MedtechBot.Tests.Knowledge;

public sealed class SentencesTests : IDisposable
{
    private readonly KnowledgeFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("費用は8.5億円である。次は3.0%。", "費用は8.5億円である。|次は3.0%。")]
    [InlineData("「いくらか。高いか？」と問う。答えは(原則。例外あり)無料である。", "「いくらか。高いか？」と問う。|答えは(原則。例外あり)無料である。")]
    [InlineData("本当か！？本当だ。", "本当か！？|本当だ。")]
    [InlineData("閉じない「かっこ。次の文。", "閉じない「かっこ。|次の文。")]
    [InlineData("改行は\n空白にならない。", "改行は空白にならない。")]
    public void Japanese_splits_at_full_stops_outside_brackets(string text, string expected)
    {
        var reading = _folder.With("a.md", KnowledgeFolder.ArticleOf(text)).Read();

        Assert.Equal(expected.Split('|'), reading.Documents[0].Passages[0].Units.Select(u => u.Text));
    }

    [Theory]
    [InlineData("It costs 8.5 units, e.g. Tokyo. Ask AMED!", "It costs 8.5 units, e.g. Tokyo.|Ask AMED!")]
    [InlineData("The U.S. market grew (see fig. 3. It says so). Is it free? Yes.", "The U.S. market grew (see fig. 3. It says so).|Is it free?|Yes.")]
    [InlineData("See https://example.org/a?b=c. Done.", "See https://example.org/a?b=c.|Done.")]
    [InlineData("It is a start. (As of 2022.) The next.", "It is a start.|(As of 2022.)|The next.")]
    public void English_splits_at_ends_of_sentences_only(string text, string expected)
    {
        var reading = _folder.With("a.md", KnowledgeFolder.Article(section: KnowledgeFolder.Section.Replace("en: Advice is free.", $"en: \"{text}\""))).Read();

        Assert.Equal(expected.Split('|'), reading.Documents[0].Passages[0].English);
    }
}
