namespace MedtechBot.Japanese.Tests;

public class JapaneseAnalyzerTests
{
    [Fact]
    public void A_sentence_falls_into_morphemes_with_base_form_reading_and_part_of_speech()
    {
        var morphemes = Analyzers.Default.Analyze("承認が必要でした");

        Assert.Equal(["承認", "が", "必要", "でし", "た"], morphemes.Select(m => m.Surface));
        Assert.Equal(["承認", "が", "必要", "です", "た"], morphemes.Select(m => m.BaseForm));
        Assert.Equal(["ショウニン", "ガ", "ヒツヨウ", "デシ", "タ"], morphemes.Select(m => m.Reading));
        Assert.Equal(
            [PartOfSpeech.Noun, PartOfSpeech.Particle, PartOfSpeech.Noun, PartOfSpeech.Auxiliary, PartOfSpeech.Auxiliary],
            morphemes.Select(m => m.PartOfSpeech));
        Assert.Equal("名詞,サ変接続,*,*,*,*", morphemes[0].Details);
    }

    [Theory]
    [InlineData("東京", PartOfSpeech.ProperNoun)]
    [InlineData("百", PartOfSpeech.Number)]
    [InlineData("私", PartOfSpeech.Pronoun)]
    [InlineData("美しい", PartOfSpeech.Adjective)]
    [InlineData("調べる", PartOfSpeech.Verb)]
    [InlineData("とても", PartOfSpeech.Adverb)]
    [InlineData("しかし", PartOfSpeech.Conjunction)]
    [InlineData("この", PartOfSpeech.Adnominal)]
    [InlineData("こんにちは", PartOfSpeech.Interjection)]
    [InlineData("。", PartOfSpeech.Symbol)]
    [InlineData("★", PartOfSpeech.Symbol)]
    [InlineData("☎☏", PartOfSpeech.Symbol)]
    public void Parts_of_speech_are_told_apart(string word, PartOfSpeech expected) =>
        Assert.Equal(expected, Assert.Single(Analyzers.Default.Analyze(word)).PartOfSpeech);

    [Fact]
    public void An_unknown_word_is_its_own_base_form_and_has_no_reading()
    {
        var morpheme = Analyzers.Default.Analyze("メドテックボット").First(m => m.IsUnknown);

        Assert.Equal(morpheme.Surface, morpheme.BaseForm);
        Assert.Equal("", morpheme.Reading);
    }

    [Theory]
    [InlineData(AnalysisMode.Normal)]
    [InlineData(AnalysisMode.Search)]
    public void Any_units_are_analysed_and_their_tokens_cover_the_text_without_gaps(AnalysisMode mode)
    {
        var maker = new SentenceMaker(99);
        for (var i = 0; i < 1000; i++)
        {
            AssertCovers(maker.AnyUnits(i % 120), mode);
            AssertCovers(maker.Sentence(), mode);
        }
    }

    [Theory]
    [InlineData("a")]
    [InlineData("漢")]
    [InlineData("すもも")]
    [InlineData("😀")]
    [InlineData("\uD800")]
    [InlineData("一二三 ")]
    public void Very_long_text_without_punctuation_is_covered_too(string unit) =>
        AssertCovers(string.Concat(Enumerable.Repeat(unit, 100_000 / unit.Length)), AnalysisMode.Search);

    [Fact]
    public void An_analyzer_serves_many_threads()
    {
        var maker = new SentenceMaker(5);
        var sentences = Enumerable.Range(0, 400).Select(_ => maker.Sentence()).ToArray();
        var expected = Array.ConvertAll(sentences, sentence => Analyzers.WithTerms.Surfaces(sentence));
        var actual = new string[sentences.Length];

        Parallel.For(0, sentences.Length, i => actual[i] = Analyzers.WithTerms.Surfaces(sentences[i]));

        Assert.Equal(expected, actual);
    }

    [Fact]
    public void A_buffer_that_has_grown_is_used_again_without_allocations()
    {
        var buffer = new AnalysisBuffer();
        var text = new SentenceMaker(6).Sentence();
        Analyzers.WithTerms.Analyze(text, buffer, AnalysisMode.Search);
        var before = GC.GetAllocatedBytesForCurrentThread();

        Analyzers.WithTerms.Analyze(text, buffer, AnalysisMode.Search);

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    private static void AssertCovers(string text, AnalysisMode mode)
    {
        var buffer = new AnalysisBuffer();
        Analyzers.WithTerms.Analyze(text, buffer, mode);
        var end = 0;
        foreach (var token in buffer.Tokens)
        {
            Assert.Equal(end, token.Start);
            Assert.True(token.Length > 0);
            end = token.IsCompoundExtra ? end : token.End;
        }

        Assert.Equal(text.Length, end);
    }
}
