using Markdig.Extensions.Tables;
using Markdig.Syntax;

namespace MedtechBot.Knowledge.Reading;

/// <summary>Turns the blocks of a section into what can be quoted: sentences, list items, table rows.</summary>
internal static class BlockUnits
{
    // A longer parent is a statement of its own and not a label for what stands below it.
    private const int LongestLabel = 60;

    public static IReadOnlyList<QuoteUnit> Of(IEnumerable<Block> blocks, FileProblems problems)
    {
        var units = new List<QuoteUnit>();
        foreach (var block in blocks)
        {
            Add(block, units, problems);
        }
        return units;
    }

    private static void Add(Block block, List<QuoteUnit> units, FileProblems problems)
    {
        switch (block)
        {
            case Table table:
                AddRows(table, units, problems);
                break;
            case ListBlock list:
                AddItems(list, "", units, problems);
                break;
            case ParagraphBlock paragraph:
                units.AddRange(Sentences.Split(InlineText.Of(paragraph.Inline)).Select(s => new QuoteUnit(s, QuoteUnitKind.Sentence)));
                break;
            case QuoteBlock quote:
                units.AddRange(Of(quote, problems));
                break;
        }
    }

    private static void AddItems(ListBlock list, string label, List<QuoteUnit> units, FileProblems problems)
    {
        foreach (var item in list.OfType<ListItemBlock>())
        {
            var text = string.Join(' ', item.OfType<ParagraphBlock>().Select(p => InlineText.Of(p.Inline).Replace('\n', ' '))).Trim();
            var nested = item.OfType<ListBlock>().ToList();
            if (text.Length > 0 && !(nested.Count > 0 && text[^1] is ':' or '\uFF1A'))
            {
                units.Add(new QuoteUnit(label + text, QuoteUnitKind.ListItem));
            }
            var inner = text.TrimEnd('。', ':', '\uFF1A', ' ');
            foreach (var child in nested)
            {
                AddItems(child, inner.Length is > 0 and <= LongestLabel ? label + inner + ": " : label, units, problems);
            }
            foreach (var other in item.Where(b => b is not (ParagraphBlock or ListBlock)))
            {
                Add(other, units, problems);
            }
        }
    }

    // "column: value; column: value", the first column being the row's subject.
    private static void AddRows(Table table, List<QuoteUnit> units, FileProblems problems)
    {
        var rows = table.OfType<TableRow>().ToList();
        var header = rows.Find(r => r.IsHeader);
        if (header is null)
        {
            problems.Error(table.Line + 1, "the table has no header row");
            return;
        }
        var columns = Cells(header);
        foreach (var row in rows.Where(r => !r.IsHeader))
        {
            var parts = Cells(row).Select((cell, i) => (Column: i < columns.Count ? columns[i] : "", Cell: cell))
                .Where(c => c.Cell.Length > 0)
                .Select(c => c.Column.Length == 0 ? c.Cell : $"{c.Column}: {c.Cell}");
            if (string.Join("; ", parts) is { Length: > 0 } text)
            {
                units.Add(new QuoteUnit(text, QuoteUnitKind.TableRow));
            }
        }
    }

    private static List<string> Cells(TableRow row) =>
        [.. row.OfType<TableCell>().Select(c => string.Join(' ', c.OfType<ParagraphBlock>().Select(p => InlineText.Of(p.Inline).Replace('\n', ' '))))];
}
