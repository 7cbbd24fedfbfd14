using FsCheck;

namespace MedtechBot.Japanese.Tests;

/// <summary>Whatever text comes: halves of characters, marks that combine, NUL, what cannot be seen, and very much of it.</summary>
public class AnyTextPropertyTests
{
    private static readonly Gen<char> Unit = Gen.OneOf(
        Gen.Choose(0, 0xFFFF).Select(c => (char)c),
        Gen.Choose(0xD800, 0xDFFF).Select(c => (char)c),
        Gen.Choose(0x3040, 0x30FF).Select(c => (char)c),
        Gen.Choose(0x4E00, 0x9FFF).Select(c => (char)c),
        Gen.Choose(0x20, 0x7E).Select(c => (char)c),
        Gen.Elements("\0\t\n\u0301\u3099\u309a\u200b\u200d\u202e\ufe0f\ufeffー～-ｶﾞ゛゜㍿㌔①Ⅱ々ゝ".ToCharArray()));

    private static readonly Arbitrary<string> Texts = Arb.From(
        from length in Gen.Choose(0, 200)
        from units in Gen.ArrayOf(length, Unit)
        select new string(units));

    [Fact]
    public void Tokens_cover_all_of_it_and_each_points_to_where_it_stands_in_the_original() =>
        Prop.ForAll(Texts, text => PointsIntoOriginal(text, AnalysisMode.Search) && PointsIntoOriginal(text, AnalysisMode.Normal)).Check(Times(2_000));

    [Fact]
    public void What_is_kept_as_it_is_points_to_itself() => Prop.ForAll(Texts, text =>
    {
        var normalized = TextNormalizer.Normalize(text);
        return Enumerable.Range(0, normalized.Text.Length).All(unit =>
        {
            var (start, end) = (normalized.OriginalStart(unit), normalized.OriginalEnd(unit + 1));
            // Never half of a pair, and whatever a single unit became is what that unit alone becomes.
            return !(start > 0 && char.IsLowSurrogate(text[start]) && char.IsHighSurrogate(text[start - 1]))
                && !(end < text.Length && char.IsLowSurrogate(text[end]) && char.IsHighSurrogate(text[end - 1]))
                && (normalized.Text[unit] is not (>= '一' and <= '鿿') || TextNormalizer.Normalize(text[start..end]).Text.Contains(normalized.Text[unit]));
        });
    }).Check(Times(2_000));

    [Theory]
    [InlineData(65_535)]
    [InlineData(65_536)]
    [InlineData(300_000)]
    public void So_it_is_with_very_long_text(int length)
    {
        foreach (var piece in (string[])["a", "漢", "ー", "\0", "\ud83d", "か\u3099", "治験の届出"])
        {
            Assert.True(PointsIntoOriginal(string.Concat(Enumerable.Repeat(piece, length / piece.Length)), AnalysisMode.Search));
        }
    }

    private static bool PointsIntoOriginal(string text, AnalysisMode mode)
    {
        var normalized = TextNormalizer.Normalize(text);
        var buffer = new AnalysisBuffer();
        Analyzers.WithTerms.Analyze(normalized.Text, buffer, mode);
        var (end, originalStart) = (0, 0);
        foreach (var token in buffer.Tokens)
        {
            var original = normalized.OriginalRange(token.Start, token.Length);
            if (token.Start != end || token.Length == 0 || original.Start.Value < originalStart || original.End.Value > text.Length || original.Start.Value >= original.End.Value)
            {
                return false;
            }
            end = token.IsCompoundExtra ? end : token.End;
            originalStart = original.Start.Value;
        }
        return end == normalized.Text.Length;
    }

    private static Configuration Times(int times) => new() { MaxNbOfTest = times, Runner = Configuration.QuickThrowOnFailure.Runner };
}
