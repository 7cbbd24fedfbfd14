using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace MedtechBot.Turns.Limits;

/// <summary>The ways in which words are hidden from those who look for them, undone.</summary>
internal static partial class Disguises
{
    /// <summary>The message, and as it reads without the tags and escapes of HTML, addresses, JSON and invisible tag letters.</summary>
    public static IEnumerable<string> Unescaped(string message)
    {
        yield return message;
        var plain = UnicodeEscape().Replace(message, m => ((char)Convert.ToInt32(m.Groups[1].Value, 16)).ToString());
        plain = TagLetters().Replace(plain, m => ((char)(char.ConvertToUtf32(m.Value, 0) - 0xE0000)).ToString());
        plain = plain.Contains('&') ? WebUtility.HtmlDecode(plain) : plain;
        plain = MarkupTag().Replace(plain, "");
        plain = plain.Contains('%') ? WebUtility.UrlDecode(plain.Replace("+", "%2B", StringComparison.Ordinal)) : plain;
        if (plain != message)
        {
            yield return plain;
        }
    }

    /// <summary>Whether the limit is met by what the message hides. Text encoded as a whole is met by itself: nobody here can read it.</summary>
    public static bool Hide(Limit limit, string message) =>
        EncodedText.IsIn(message) || Readings(message).Any(limit.Catches);

    private static IEnumerable<MatchText> Readings(string message)
    {
        var folded = MatchText.Fold(message);
        if (folded.Count(char.IsAsciiLetter) >= 8)
        {
            yield return new MatchText(LikeLatin(message));
            yield return new MatchText(Rot13(folded));
        }
        yield return new MatchText(string.Concat(folded.Reverse()));
        if (SpelledApart().IsMatch(folded))
        {
            yield return MatchText.Squashed(LikeLatin(message));
        }
    }

    private static string Rot13(string text) => string.Concat(text.Select(c => c switch
    {
        >= 'a' and <= 'z' => (char)('a' + ((c - 'a' + 13) % 26)),
        _ => c,
    }));

    // Letters of other alphabets and digits that look like Latin letters.
    private static string LikeLatin(string text)
    {
        const string Others = "аеорсхіѕԁһјӏвкмнтуαεορτυικνγηАВЕКМНОРСТХІЅΑΒΕΗΙΚΜΝΟΡΤΥΧ013457@$ñàáâãäåèéêëìíîïòóôõöùúûü";
        const string Latin = "aeopcxisdhjlbkmhtyaeoptuiknynabekmhopctxisabehikmnoptyxoieastasnaaaaaaeeeeiiiiooooouuuu";
        var plain = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            var at = Others.IndexOf(c, StringComparison.Ordinal);
            plain.Append(at < 0 ? c : Latin[at]);
        }
        return plain.ToString();
    }

    [GeneratedRegex(@"\\u([0-9a-fA-F]{4})")]
    private static partial Regex UnicodeEscape();

    [GeneratedRegex("<[A-Za-z/!][^<>]{0,200}>")]
    private static partial Regex MarkupTag();

    [GeneratedRegex("\uDB40[\uDC20-\uDC7E]")]
    private static partial Regex TagLetters();

    // i g n o r e
    [GeneratedRegex(@"(?:(?<![a-z])[a-z] ){5}")]
    private static partial Regex SpelledApart();
}
