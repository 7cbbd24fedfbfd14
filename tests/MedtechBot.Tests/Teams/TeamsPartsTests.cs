using System.Text;
using FsCheck;
using MedtechBot.Teams;

namespace MedtechBot.Tests.Teams;

public sealed class TeamsPartsTests
{
    [Fact]
    public void A_text_that_fits_stays_as_it_is() => Assert.Equal([" 短い本文。\n"], TeamsParts.Of(" 短い本文。\n"));

    [Fact]
    public void A_long_text_is_cut_at_the_ends_of_paragraphs()
    {
        var paragraphs = Enumerable.Range(0, 40).Select(n => $"第{n}段落。" + new string('あ', 1_000) + "。").ToList();

        var parts = TeamsParts.Of(string.Join("\n\n", paragraphs));

        Assert.True(parts.Count > 1);
        Assert.Equal(paragraphs, parts.SelectMany(p => p.Split("\n\n")));
        Assert.All(parts, p => Assert.InRange(Encoding.Unicode.GetByteCount(p), 1, TeamsParts.LargestPart));
    }

    [Theory]
    [InlineData("これは最初の文です。これは次の文です。", 15, "これは最初の文です。", "これは次の文です。")]
    [InlineData("「はい。」と答えた人が多い。残りは違う。", 16, "「はい。」と答えた人が多い。", "残りは違う。")]
    [InlineData("根拠があります。[1][2] 続きます。終わり。", 17, "根拠があります。[1][2]", "続きます。終わり。")]
    [InlineData("The limit is 1.5 kg. More follows here.", 24, "The limit is 1.5 kg.", "More follows here.")]
    [InlineData("Is it a device? [1] It is one. Yes.", 20, "Is it a device? [1]", "It is one. Yes.")]
    [InlineData("no stop in these words at all", 14, "no stop in", "these words", "at all")]
    public void It_is_cut_behind_sentences_with_their_marks_else_between_words(string text, int longest, params string[] parts) =>
        Assert.Equal(parts, TeamsParts.Of(text, longest));

    [Theory]
    [InlineData("前の文です。[PMDA の案内。ここ](https://www.pmda.go.jp/a。b)を見る。", 14)]
    [InlineData("説明。\n```\nコード。\nコード。\n```\n終わり。", 16)]
    [InlineData("これは `a。 b。` です。終わり。", 9)]
    [InlineData("ああああああああ**強調。です**です。", 12)]
    [InlineData("ああああああああああ[12]です。", 12)]
    [InlineData("https://example.jp/a.b.c?d=e です。はい。", 31)]
    public void Links_marks_and_code_stay_whole(string text, int longest)
    {
        var parts = TeamsParts.Of(text, longest);

        var wholes = new[] { "[PMDA の案内。ここ](https://www.pmda.go.jp/a。b)", "```\nコード。\nコード。\n```", "`a。 b。`", "**強調。です**", "[12]", "https://example.jp/a.b.c?d=e" };
        var whole = wholes.Single(w => text.Contains(w, StringComparison.Ordinal));
        Assert.True(whole.Length > longest || parts.Any(p => p.Contains(whole, StringComparison.Ordinal)), string.Join(" | ", parts));
        Assert.Equal(Bare(text), Bare(string.Concat(parts)));
    }

    [Theory]
    [InlineData("𠮷野家𠮷野家𠮷野家")]
    [InlineData("かがが\u3099かが\u3099かが\u3099か")]
    [InlineData("👩‍⚕️👩‍⚕️👩‍⚕️")]
    public void A_character_is_never_cut_in_two(string text)
    {
        for (var longest = 8; longest < text.Length; longest++)
        {
            var parts = TeamsParts.Of(text, longest);

            Assert.Equal(text, string.Concat(parts));
            Assert.All(parts, p => Assert.False(char.IsLowSurrogate(p[0]) || p[0] is '\u3099' or '\u200D'));
        }
    }

    [Fact]
    public void Nothing_is_lost_doubled_or_too_long_whatever_is_written()
    {
        var piece = Gen.Elements("あ", "漢字。", "word ", ". ", "\n", "\n\n", "[1]", "[", "](", ")", "**", "`", "```", "https://a.jp/b", "𠮷", "！」", "　", "x");
        var texts = Gen.ListOf(piece).Select(string.Concat);

        Prop.ForAll(Arb.From(texts), text =>
        {
            foreach (var longest in new[] { 24, 40, 97 })
            {
                var parts = TeamsParts.Of(text, longest);
                Assert.Equal(Bare(text), Bare(string.Concat(parts)));
                Assert.All(parts, p => Assert.InRange(p.Length, 0, longest));
            }
        }).Check(new Configuration { MaxNbOfTest = 300, EndSize = 200, Runner = Configuration.QuickThrowOnFailure.Runner });
    }

    [Fact]
    public async Task A_text_of_megabytes_is_cut_in_a_moment()
    {
        var parts = Task.Run(() => TeamsParts.Of(string.Concat(Enumerable.Repeat("[[**`これは文です。", 20_000))));

        Assert.NotEmpty(await parts.WaitAsync(TimeSpan.FromSeconds(20)));
    }

    private static string Bare(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
