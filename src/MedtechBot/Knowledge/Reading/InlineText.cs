using System.Text;
using Markdig.Syntax.Inlines;

namespace MedtechBot.Knowledge.Reading;

/// <summary>The words of inline Markdown without its marks.</summary>
internal static class InlineText
{
    public static string Of(ContainerInline? inline)
    {
        var text = new StringBuilder();
        Append(inline, text);
        return text.ToString().Trim();
    }

    private static void Append(Inline? inline, StringBuilder text)
    {
        switch (inline)
        {
            case LiteralInline literal:
                AppendJoined(text, literal.Content.ToString());
                break;
            case CodeInline code:
                AppendJoined(text, code.Content);
                break;
            case HtmlEntityInline entity:
                AppendJoined(text, entity.Transcoded.ToString());
                break;
            case AutolinkInline auto:
                AppendJoined(text, auto.Url);
                break;
            case LineBreakInline { IsHard: true }:
                text.Append('\n');
                break;
            case LineBreakInline:
                text.Append(SoftBreak);
                break;
            case ContainerInline container:
                if (container is DelimiterInline delimiter)
                {
                    AppendJoined(text, delimiter.ToLiteral());
                }
                foreach (var child in container)
                {
                    Append(child, text);
                }
                break;
        }
    }

    private const char SoftBreak = '\u0001';

    // A line broken inside Japanese text is not a space; between Latin words it is.
    private static void AppendJoined(StringBuilder text, string piece)
    {
        if (piece.Length > 0 && text.Length > 0 && text[^1] == SoftBreak)
        {
            text.Length--;
            var japanese = text.Length > 0 && Sentences.IsJapanese(text[^1]) && Sentences.IsJapanese(piece[0]);
            text.Append(japanese || text.Length == 0 ? "" : " ");
        }
        text.Append(piece);
    }
}
