using System.Text;
using System.Text.RegularExpressions;

namespace MedtechBot.Coordination;

/// <summary>
/// Turns what a person typed into Markdown that shows exactly that: marks stay marks, lines stay lines. Only web addresses become
/// links, since that is what they are typed for.
/// </summary>
public static partial class PlainMarkdown
{
    private const string TrailingPunctuation = ".,;:!?)'";

    public static string Of(string text)
    {
        text = text.ReplaceLineEndings("\n");
        var markdown = new StringBuilder(text.Length + 16);
        var from = 0;
        foreach (Match match in Address().Matches(text))
        {
            var address = match.Value.TrimEnd([.. TrailingPunctuation]);
            Escape(markdown, text.AsSpan(from, match.Index - from));
            markdown.Append('<').Append(address).Append('>');
            from = match.Index + address.Length;
        }
        Escape(markdown, text.AsSpan(from));
        return markdown.ToString();
    }

    private static void Escape(StringBuilder markdown, ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (c == '\n')
            {
                // A hard break; two of them in a row still part paragraphs.
                markdown.Append("  \n");
            }
            else if (c == ' ' && (markdown.Length == 0 || markdown[^1] is '\n' or ' ' or '\u00A0'))
            {
                // Spaces at the start of a line would make code, and rows of them would collapse.
                markdown.Append('\u00A0');
            }
            else if (c == '\t')
            {
                markdown.Append('\u00A0');
            }
            else
            {
                if (char.IsAscii(c) && (char.IsPunctuation(c) || char.IsSymbol(c)))
                {
                    markdown.Append('\\');
                }
                markdown.Append(c);
                // "1." at the start of a line is caught by the escaped dot.
            }
        }
    }

    [GeneratedRegex(@"https?://[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%]+", RegexOptions.CultureInvariant)]
    private static partial Regex Address();
}
