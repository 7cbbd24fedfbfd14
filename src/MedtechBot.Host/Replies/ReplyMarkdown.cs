using System.Text;
using System.Text.RegularExpressions;

namespace MedtechBot.Host.Replies;

/// <summary>Markdown as chats need it, whose renderers follow CommonMark to the letter: Web Chat's and that of Teams.</summary>
internal static partial class ReplyMarkdown
{
    /// <summary>Sets adjacent citation marks apart, and moves brackets and stops out of bold text where it would not be bold.</summary>
    public static string Normalise(string text) => Bold().Replace(Marks().Replace(text, "$0 "), SetBold);

    /// <summary>Plain text that stays plain.</summary>
    public static string Escape(string text) => Special().Replace(Line(text), @"\$0");

    /// <summary>The text as a voice would say it: without marks.</summary>
    public static string Spoken(string text) => Line(Markup().Replace(text, ""));

    /// <summary>The text on one line.</summary>
    public static string Line(string text) => LineBreaks().Replace(text, " ").Trim();

    private static string SetBold(Match text)
    {
        var inner = text.Groups["inner"].Value;
        var (start, end) = (0, inner.Length);
        // CommonMark: a mark beside punctuation inside the bold needs a space or punctuation outside of it.
        if (IsPunctuation(inner[start]) && IsWord(text.Groups["before"].Value))
        {
            start++;
        }
        if (end > start && IsPunctuation(inner[end - 1]) && IsWord(text.Groups["after"].Value))
        {
            end--;
        }
        return start == end ? text.Value : new StringBuilder(text.Length)
            .Append(text.Groups["before"].Value).Append(inner, 0, start)
            .Append("**").Append(inner, start, end - start).Append("**")
            .Append(inner, end, inner.Length - end).ToString();
    }

    private static bool IsWord(string neighbour) => neighbour.Length > 0 && !char.IsWhiteSpace(neighbour[0]) && !IsPunctuation(neighbour[0]);

    private static bool IsPunctuation(char c) => char.IsPunctuation(c) || char.IsSymbol(c);

    // "[1][2]" and "[1](" mean something else in Markdown than two marks, or a mark and a bracket.
    [GeneratedRegex(@"\[\d{1,2}\](?=[\[(:])")]
    private static partial Regex Marks();

    [GeneratedRegex(@"\*\*|\[\d{1,2}\]|\\(?=\p{P})")]
    private static partial Regex Markup();

    [GeneratedRegex(@"(?<before>[^\s*]?)\*\*(?<inner>[^*\n]+?)\*\*(?=(?<after>[^*]?))")]
    private static partial Regex Bold();

    [GeneratedRegex(@"[\\`*_{}\[\]<>()#+!|~]")]
    private static partial Regex Special();

    [GeneratedRegex(@"[\r\n\u2028\u2029]+")]
    private static partial Regex LineBreaks();
}
