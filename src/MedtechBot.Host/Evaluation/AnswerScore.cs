using System.Text.RegularExpressions;
using MedtechBot.Japanese;

namespace MedtechBot.Host.Evaluation;

/// <summary>Compares a reply with what was expected, in normalised letters; numbers only match whole numbers.</summary>
internal static partial class AnswerScore
{
    public static bool ActionFits(GoldenItem item, string action, bool lenient) =>
        action == item.Action
        || (lenient && (item.ActionAlternatives.Contains(action) || (IsAnswer(action) && IsAnswer(item.Action))));

    public static bool IsRight(GoldenItem item, string action, string text, bool lenient)
    {
        if (!ActionFits(item, action, lenient) || Violates(item, text))
        {
            return false;
        }
        // An accepted other action need not carry the facts.
        return (lenient && IsAnswer(item.Action) && !IsAnswer(action)) || Missing(item, text).Count == 0;
    }

    /// <summary>The same, and that an answer rests on the passages it should: whoever hands over or declines need not cite.</summary>
    public static bool IsRight(GoldenItem item, string action, string text, IReadOnlyList<string> cited, bool lenient) =>
        IsRight(item, action, text, lenient) && (!IsAnswer(action) || Uncited(item, cited).Count == 0);

    /// <summary>The needed parts of which no passage is cited.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Uncited(GoldenItem item, IReadOnlyList<string> cited) =>
        [.. item.Passages.Where(part => !part.Any(cited.Contains))];

    public static IReadOnlyList<IReadOnlyList<string>> Missing(GoldenItem item, string text)
    {
        var normalized = Normalize(text);
        return [.. item.Must.Where(alternatives => !alternatives.Any(a => Stands(Normalize(a), normalized)))];
    }

    public static bool Violates(GoldenItem item, string text)
    {
        var normalized = Normalize(text);
        return item.MustNot.Any(forbidden => Stands(Normalize(forbidden), normalized));
    }

    private static bool IsAnswer(string action) => action is "answer" or "answer_caveat";

    // Only NFKC and small letters: folding variants of writing, as the search does, would forgive what a reader would not.
    internal static string Normalize(string text)
    {
        var plain = Dashes().Replace(TextNormalizer.Normalize(text, NormalizationOptions.KeepVariants).Text, "-").Replace('\u301C', '~').Replace('\u223C', '~').Replace('\u2044', '/');
        plain = ThousandsComma().Replace(plain, "");
        plain = SpaceBetweenDigits().Replace(plain, "_");
        return WhiteSpace().Replace(plain, "");
    }

    internal static bool Stands(string wanted, string text)
    {
        for (var at = text.IndexOf(wanted, StringComparison.Ordinal); at >= 0 && wanted.Length > 0; at = text.IndexOf(wanted, at + 1, StringComparison.Ordinal))
        {
            if (!CutsNumber(wanted, text, at) && !CutsRomanNumeral(wanted, text, at + wanted.Length))
            {
                return true;
            }
        }
        return false;
    }

    private static bool CutsNumber(string wanted, string text, int start)
    {
        var end = start + wanted.Length;
        var before = char.IsDigit(wanted[0]) && start > 0
            && (char.IsDigit(text[start - 1]) || (text[start - 1] == '.' && start > 1 && char.IsDigit(text[start - 2])));
        var after = char.IsDigit(wanted[^1]) && end < text.Length
            && (char.IsDigit(text[end]) || (text[end] == '.' && end + 1 < text.Length && char.IsDigit(text[end + 1])));
        return before || after;
    }

    private static bool CutsRomanNumeral(string wanted, string text, int end) =>
        end < text.Length && text[end] is 'i' or 'v' or 'x' && RomanNumeralAtEnd().IsMatch(wanted);

    [GeneratedRegex("[\u2010-\u2015\u2212]")]
    private static partial Regex Dashes();

    [GeneratedRegex(@"(?<=\d),(?=\d{3}(?!\d))")]
    private static partial Regex ThousandsComma();

    [GeneratedRegex(@"(?<=\d)\s+(?=\d)")]
    private static partial Regex SpaceBetweenDigits();

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();

    [GeneratedRegex("(?:^|[^a-z])[ivx]+$")]
    private static partial Regex RomanNumeralAtEnd();
}
