using System.Text;

namespace MedtechBot.Knowledge.Reading;

/// <summary>Plain text in Markdown.</summary>
internal static class PlainText
{
    private const int LongestEntity = 40;

    /// <summary>One line of Markdown that is shown as the text stands, whatever looks like Markdown or HTML in it.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            var special = text[i] == '&' ? text.AsSpan(i, Math.Min(LongestEntity, text.Length - i)).Contains(';') : @"\`*_[]<>#|{~".Contains(text[i]);
            escaped.Append(special ? "\\" : "").Append(text[i]);
        }
        // A leading "1." or "-" would start a list.
        if (escaped.Length > 1 && (char.IsAsciiDigit(escaped[0]) || escaped[0] is '-' or '+'))
        {
            var mark = 0;
            while (mark < escaped.Length && char.IsAsciiDigit(escaped[mark]))
            {
                mark++;
            }
            if (mark < escaped.Length && escaped[mark] is '.' or ')' or '-' or '+')
            {
                escaped.Insert(mark, '\\');
            }
        }
        return escaped.ToString();
    }
}
