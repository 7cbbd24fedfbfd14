using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace MedtechBot.Importing;

/// <summary>What a document's styles say of its paragraphs: the level of a heading, the title, lines of a table of contents.</summary>
internal sealed class WordStyles
{
    private const int LongestChain = 20;

    private readonly Dictionary<string, Style> _styles;

    public WordStyles(MainDocumentPart part) => _styles = (part.StyleDefinitionsPart?.Styles?.Elements<Style>() ?? [])
        .Where(s => s.StyleId?.Value is not null)
        .GroupBy(s => s.StyleId!.Value!, StringComparer.Ordinal)
        .ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);

    /// <returns>From 1, or null for text.</returns>
    public int? HeadingLevel(Paragraph paragraph)
    {
        var own = paragraph.ParagraphProperties?.OutlineLevel?.Val?.Value;
        foreach (var style in own is null ? Chain(paragraph) : [])
        {
            own = style.StyleParagraphProperties?.OutlineLevel?.Val?.Value ?? FromName(style);
            if (own is not null)
            {
                break;
            }
        }
        // Level 9 means body text.
        return own is >= 0 and < 9 ? own + 1 : null;
    }

    public bool IsTitle(Paragraph paragraph) => Chain(paragraph).Any(s => NameOf(s) is "title" or "表題");

    public bool IsContents(Paragraph paragraph) =>
        Chain(paragraph).Any(s => NameOf(s) is var name && (name.StartsWith("toc ", StringComparison.Ordinal) || name.StartsWith("目次", StringComparison.Ordinal)));

    /// <returns>The depth of a list item, from 0; null for text. A style may make a paragraph an item as well.</returns>
    public int? ItemDepth(Paragraph paragraph)
    {
        var numbering = paragraph.ParagraphProperties?.NumberingProperties
            ?? Chain(paragraph).Select(s => s.StyleParagraphProperties?.NumberingProperties).FirstOrDefault(n => n is not null);
        // Number 0 takes an item out of its list.
        return numbering is null || numbering.NumberingId?.Val?.Value == 0 ? null : Math.Clamp(numbering.NumberingLevelReference?.Val?.Value ?? 0, 0, 8);
    }

    private IEnumerable<Style> Chain(Paragraph paragraph)
    {
        var id = paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value;
        for (var i = 0; i < LongestChain && id is not null && _styles.TryGetValue(id, out var style); i++)
        {
            yield return style;
            id = style.BasedOn?.Val?.Value;
        }
    }

    // Word's built-in headings carry their level in the definition; other programs leave it to the name.
    private static int? FromName(Style style)
    {
        var name = NameOf(style);
        var number = name.StartsWith("heading ", StringComparison.Ordinal) ? name[8..] : name.StartsWith("見出し", StringComparison.Ordinal) ? name[3..].Trim() : "";
        return int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var level) && level is >= 1 and <= 9 ? level - 1 : null;
    }

    private static string NameOf(Style style) => style.StyleName?.Val?.Value?.ToLowerInvariant() ?? "";
}
