using System.Text;

namespace MedtechBot.Japanese.Tests;

public class KuromojiIdentityTests
{
    // What kuromoji.js 0.1.2 made of sentences of ours, for where it is not installed.
    [Fact]
    public void Recorded_sentences_fall_into_the_tokens_of_kuromoji_js()
    {
        foreach (var expected in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "kuromoji-expected.txt")))
        {
            Assert.Equal(expected, Analyzers.Default.Surfaces(expected.Replace("|", "", StringComparison.Ordinal)));
        }
    }

    [SkippableFact]
    public Task Made_sentences_fall_into_the_tokens_of_kuromoji_js()
    {
        var maker = new SentenceMaker(20240401);
        return AssertSameTokens([.. Enumerable.Range(0, 3000).Select(_ => maker.Sentence())]);
    }

    [SkippableFact]
    public Task Random_units_fall_into_the_tokens_of_kuromoji_js()
    {
        var maker = new SentenceMaker(7);
        return AssertSameTokens([.. Enumerable.Range(0, 2000).Select(i => WithoutSurrogates(maker.AnyUnits(1 + (i % 60))))]);
    }

    // kuromoji.js throws at unpaired surrogates and loses text behind two pairs in a row (its unknown
    // words count units where its lattice counts characters), so there is nothing to be compared.
    private static string WithoutSurrogates(string text) =>
        new StringBuilder().AppendJoin("", text.Where(unit => !char.IsSurrogate(unit))).ToString();

    private static async Task AssertSameTokens(List<string> sentences)
    {
        Skip.IfNot(KuromojiJs.IsInstalled, "tests/npm is not installed (npm ci)");
        var expected = await KuromojiJs.TokenizeAsync(sentences);

        Assert.Equal(sentences.Count, expected.Count);
        for (var i = 0; i < sentences.Count; i++)
        {
            var actual = Analyzers.Default.Analyze(sentences[i]).Select(Columns);
            Assert.Equal(expected[i].Select(Columns), actual);
        }
    }

    // An unknown word has no base form in kuromoji.js ("*").
    private static string Columns(string[] token) =>
        string.Join('\t', token[0], token[1], token[2] == "*" ? token[0] : token[2], token[3] == "*" ? "" : token[3]);

    private static string Columns(Morpheme morpheme) =>
        string.Join('\t', morpheme.Surface, morpheme.Details, morpheme.BaseForm, morpheme.Reading);
}
