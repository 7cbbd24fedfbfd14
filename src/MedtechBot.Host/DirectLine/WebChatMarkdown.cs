using System.Text;
using System.Text.RegularExpressions;

namespace MedtechBot.Host.DirectLine;

/// <summary>Markdown as the renderer of Web Chat needs it, which follows CommonMark to the letter.</summary>
internal static partial class WebChatMarkdown
{
    /// <summary>Sets adjacent citation marks apart, and moves brackets and stops out of bold text where it would not be bold.</summary>
    public static string Normalise(string text) => Bold().Replace(Marks().Replace(text, "$0 "), SetBold);

    /// <summary>A line that the mark [n] in the text refers to.</summary>
    public static string Definition(int position, string url, string title) =>
        $"[{position}]: {Address(url)} \"{Line(title).Replace("\\", "\\\\").Replace("\"", "\\\"")}\"";

    /// <summary>Plain text that stays plain.</summary>
    public static string Escape(string text) => Special().Replace(Line(text), @"\$0");

    /// <summary>The text as a voice would say it: without marks.</summary>
    public static string Spoken(string text) => Line(Markup().Replace(text, ""));

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

    private static string Line(string text) => LineBreaks().Replace(text, " ").Trim();

    private static string Address(string url) =>
        url.Replace(" ", "%20").Replace("<", "%3C").Replace(">", "%3E").Replace("(", "%28").Replace(")", "%29").Replace("\"", "%22").Replace("\\", "%5C");

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
