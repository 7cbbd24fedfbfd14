using Markdig.Extensions.Tables;
using Markdig.Helpers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace MedtechBot.Host.KnowledgePages;

/// <summary>
/// Marks a quote where it stands in a section: within a paragraph whatever its inline marks, in a list item with the labels above it,
/// or as a table row ("column: value; column: value").
/// </summary>
internal static class QuoteHighlight
{
    public static void Apply(ContainerBlock blocks, string quote)
    {
        foreach (var part in quote.Split('\n').Select(QuotableText.Strip).Where(p => p.Length > 0))
        {
            Apply(blocks, part, "");
        }
    }

    private static void Apply(ContainerBlock blocks, string quote, string label)
    {
        foreach (var block in blocks)
        {
            switch (block)
            {
                case Table table:
                    MarkRow(table, quote);
                    break;
                case ParagraphBlock paragraph:
                    Mark(QuotableText.Of(paragraph.Inline), quote);
                    break;
                case ListItemBlock item:
                    MarkItem(item, quote, label);
                    break;
                case ContainerBlock container:
                    Apply(container, quote, label);
                    break;
            }
        }
    }

    private static void MarkItem(ListItemBlock item, string quote, string label)
    {
        var text = new QuotableText();
        text.Append(label);
        foreach (var paragraph in item.OfType<ParagraphBlock>())
        {
            text.Append(paragraph.Inline);
        }
        // A nested item is quoted with what stands above it, "above: nested".
        var inner = text.ToString().TrimEnd('。', ':', '：') + ":";
        Mark(text, quote);
        foreach (var nested in item.OfType<ContainerBlock>())
        {
            Apply(nested, quote, inner);
            Apply(nested, quote, label);
        }
    }

    private static void MarkRow(Table table, string quote)
    {
        var rows = table.OfType<TableRow>().ToList();
        var columns = rows.Find(r => r.IsHeader)?.OfType<TableCell>().Select(c => TextOf(c).ToString()).ToList() ?? [];
        foreach (var row in rows.Where(r => !r.IsHeader))
        {
            var text = new QuotableText();
            foreach (var (cell, column) in row.OfType<TableCell>().Select((c, i) => (c, i)).Where(c => !TextOf(c.c).IsEmpty))
            {
                text.Append((text.IsEmpty ? "" : ";") + (column < columns.Count && columns[column].Length > 0 ? columns[column] + ":" : ""));
                foreach (var paragraph in cell.OfType<ParagraphBlock>())
                {
                    text.Append(paragraph.Inline);
                }
            }
            if (Mark(text, quote))
            {
                row.GetAttributes().AddClass("cited");
            }
        }
    }

    private static QuotableText TextOf(TableCell cell)
    {
        var text = new QuotableText();
        foreach (var paragraph in cell.OfType<ParagraphBlock>())
        {
            text.Append(paragraph.Inline);
        }
        return text;
    }

    private static bool Mark(QuotableText text, string quote)
    {
        if (text.Find(quote) is not { } places)
        {
            return false;
        }
        foreach (var (leaf, first, last) in places.Where(p => p.Leaf.Parent is not QuoteMark))
        {
            var mark = new QuoteMark();
            if (leaf is LiteralInline literal)
            {
                var content = literal.Content.ToString();
                literal.ReplaceBy(mark);
                mark.AppendChild(Literal(content[first..(last + 1)]));
                if (first > 0)
                {
                    mark.InsertBefore(Literal(content[..first]));
                }
                if (last + 1 < content.Length)
                {
                    mark.InsertAfter(Literal(content[(last + 1)..]));
                }
            }
            else
            {
                leaf.ReplaceBy(mark);
                mark.AppendChild(leaf);
            }
        }
        return true;
    }

    private static LiteralInline Literal(string text) => new() { Content = new StringSlice(text) };
}
