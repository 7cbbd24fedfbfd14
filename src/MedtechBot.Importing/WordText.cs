using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace MedtechBot.Importing;

/// <summary>Reads the words of paragraphs in order, and counts pages on the way as far as the file tells them.</summary>
internal sealed class WordText
{
    private readonly Queue<OpenXmlElement> _boxes = new();
    private readonly bool _isLaidOut;
    private readonly bool _hasPages;
    private int _page = 1;

    /// <param name="body">Word notes where pages ended when it last laid the text out; else only the breaks that somebody set are known.</param>
    public WordText(OpenXmlElement body)
    {
        _isLaidOut = body.Descendants<LastRenderedPageBreak>().Any();
        _hasPages = _isLaidOut || body.Descendants<Break>().Any(b => b.Type?.Value == BreakValues.Page);
    }

    /// <returns>The text, and the page on which it begins.</returns>
    public (string Text, int? Page) Read(OpenXmlElement paragraph)
    {
        var text = new StringBuilder();
        int? page = null;
        Append(paragraph, text, ref page);
        return (text.ToString(), _hasPages ? page ?? _page : null);
    }

    public OpenXmlElement? TakeBox() => _boxes.TryDequeue(out var box) ? box : null;

    private void Append(OpenXmlElement parent, StringBuilder text, ref int? page)
    {
        foreach (var child in parent.ChildElements)
        {
            switch (child)
            {
                case Text or DocumentFormat.OpenXml.Math.Text when child.InnerText.Length > 0:
                    page ??= _page;
                    text.Append(child.InnerText);
                    break;
                // Of a cell: its paragraphs stand apart.
                case Paragraph:
                    Append(child, text, ref page);
                    text.Append('\n');
                    break;
                case LastRenderedPageBreak:
                case Break { Type.Value: BreakValues.Page } when !_isLaidOut:
                    _page++;
                    break;
                case TabChar or Break or CarriageReturn:
                    text.Append(' ');
                    break;
                case NoBreakHyphen:
                    text.Append('-');
                    break;
                case Run run when IsHidden(run):
                    break;
                case TextBoxContent box:
                    _boxes.Enqueue(box);
                    break;
                // The same again for older programs, what was deleted, the readings above words, codes of fields.
                case AlternateContentFallback or DeletedRun or MoveFromRun or RubyContent or FieldCode or DeletedText or ParagraphProperties or RunProperties:
                    break;
                default:
                    Append(child, text, ref page);
                    break;
            }
        }
    }

    private static bool IsHidden(Run run) => run.RunProperties?.Vanish is { } vanish && vanish.Val?.Value != false;
}
