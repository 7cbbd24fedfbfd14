using System.Globalization;
using System.Text;
using MedtechBot.Japanese;
using MedtechBot.Knowledge.Reading;

namespace MedtechBot.Importing;

/// <summary>Text as a person would type it: one line, single spaces, nothing invisible.</summary>
internal static class CleanText
{
    public static string Of(string text)
    {
        var clean = new StringBuilder(text.Length);
        var gap = Gap.None;
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune) || (rune.IsBmp && char.IsControl((char)rune.Value)))
            {
                gap = rune.Value is '\n' or '\r' ? Max(gap, Gap.LineBreak) : Gap.Space;
            }
            else if (!IsInvisible(rune))
            {
                var piece = Modern(rune);
                if (clean.Length > 0 && Separates(gap, clean[^1], piece[0]))
                {
                    clean.Append(' ');
                }
                clean.Append(piece);
                gap = Gap.None;
            }
        }
        return clean.ToString();
    }

    // A line broken inside Japanese text is not a space; between Latin words it is.
    private static bool Separates(Gap gap, char before, char after) =>
        gap == Gap.Space || (gap == Gap.LineBreak && !(Sentences.IsJapanese(before) && Sentences.IsJapanese(after)));

    private static Gap Max(Gap a, Gap b) => a > b ? a : b;

    // Format characters reorder or hide text; U+FFFD is what is left of an unpaired surrogate.
    private static bool IsInvisible(Rune rune) =>
        rune == Rune.ReplacementChar || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned;

    // Fonts of PDFs name radicals and ligatures where ideographs and letters are meant.
    private static string Modern(Rune rune) => rune.Value is >= 0x2E80 and <= 0x2FDF or >= 0xFB00 and <= 0xFB06
        ? TextNormalizer.Normalize(rune.ToString(), NormalizationOptions.KeepCase | NormalizationOptions.KeepVariants).Text
        : rune.ToString();

    private enum Gap { None, LineBreak, Space }
}
