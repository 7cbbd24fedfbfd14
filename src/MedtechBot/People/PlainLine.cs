using System.Globalization;
using System.Text;

namespace MedtechBot.People;

/// <summary>One line as people type it, with nothing in it that cannot be seen: two that look alike are alike.</summary>
internal static class PlainLine
{
    private const int LongestTyped = 4_000;

    /// <summary>Empty for what is far too long for a line.</summary>
    public static string Clean(string? typed)
    {
        var clean = new StringBuilder();
        foreach (var rune in (typed is { Length: <= LongestTyped } ? typed : "").EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune) && !Rune.IsControl(rune))
            {
                clean.Append(clean is [] or [.., ' '] ? "" : " ");
            }
            else if (IsVisible(rune))
            {
                clean.Append(rune);
            }
        }
        return clean.ToString().Trim();
    }

    private static bool IsVisible(Rune rune) => rune != Rune.ReplacementChar && Rune.GetUnicodeCategory(rune) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
