using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace MedtechBot.Importing;

/// <summary>A table as a grid: a cell that spans rows stands in each of them, a heading that spans columns over each of them.</summary>
internal static class HtmlTable
{
    private const int MostColumns = 40;
    private const int MostRows = 2_000;

    /// <returns>Null where a table only lays out a page.</returns>
    public static List<IElement?[]>? Read(IHtmlTableElement table)
    {
        if (table.QuerySelector("table") is not null || table.GetAttribute("role") is "presentation" or "none")
        {
            return null;
        }
        var rows = new List<IElement?[]>();
        var below = new (IElement? Cell, int Rows)[MostColumns];
        foreach (var row in table.Rows.Take(MostRows))
        {
            var cells = new IElement?[MostColumns];
            var column = 0;
            foreach (var cell in row.Cells)
            {
                for (; column < MostColumns && below[column].Rows > 0; column++)
                {
                    cells[column] = below[column].Cell;
                }
                var (across, down) = (Span(cell, "colspan"), Span(cell, "rowspan"));
                for (var i = 0; i < across && column < MostColumns; i++, column++)
                {
                    // Of a cell in the body the words stand once.
                    cells[column] = i == 0 || cell.LocalName == "th" ? cell : null;
                    below[column] = (cells[column], down);
                }
            }
            for (; column < MostColumns; column++)
            {
                cells[column] = below[column].Rows > 0 ? below[column].Cell : null;
            }
            for (var i = 0; i < MostColumns; i++)
            {
                below[i].Rows = Math.Max(0, below[i].Rows - 1);
            }
            rows.Add(cells);
        }
        return table.Rows.Length > MostRows || rows.Count < 2 || rows.TrueForAll(row => row.Count(cell => cell is not null) < 2) ? null : rows;
    }

    private static int Span(IHtmlTableCellElement cell, string attribute) =>
        int.TryParse(cell.GetAttribute(attribute), NumberStyles.None, CultureInfo.InvariantCulture, out var span) ? Math.Clamp(span, 1, MostRows) : 1;
}
