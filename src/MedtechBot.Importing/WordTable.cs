using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace MedtechBot.Importing;

/// <summary>A Word table as a grid: a cell merged over rows stands in each of them.</summary>
internal static class WordTable
{
    private const int MostColumns = 40;

    /// <returns>Null where a table only frames what stands in it.</returns>
    public static (List<List<string>> Rows, int? Page)? Read(Table table, WordText text)
    {
        var rows = table.Descendants<TableRow>().Where(row => row.Ancestors<Table>().First() == table).ToList();
        if (rows.Count < 2 || rows.TrueForAll(row => Cells(row).Count() < 2))
        {
            return null;
        }
        int? page = null;
        var grid = new List<List<string>>();
        foreach (var row in rows)
        {
            var line = new List<string>();
            foreach (var cell in Cells(row))
            {
                var (words, begins) = text.Read(cell);
                page ??= begins;
                var above = grid.Count > 0 && line.Count < grid[^1].Count ? grid[^1][line.Count] : "";
                line.Add(Continues(cell) && string.IsNullOrWhiteSpace(words) ? above : words);
                for (var i = 1; i < (cell.TableCellProperties?.GridSpan?.Val?.Value ?? 1) && line.Count < MostColumns; i++)
                {
                    line.Add("");
                }
            }
            grid.Add(line);
        }
        return (grid, page);
    }

    private static IEnumerable<TableCell> Cells(TableRow row) =>
        row.Descendants<TableCell>().Where(cell => cell.Ancestors<TableRow>().First() == row).Take(MostColumns);

    private static bool Continues(TableCell cell) => cell.TableCellProperties?.VerticalMerge is { } merge && merge.Val?.Value != MergedCellValues.Restart;
}
