namespace MedtechBot.Importing;

/// <summary>Puts the words of a table into cells.</summary>
internal static class PdfTable
{
    public static List<List<string>> Read(PdfRegion region)
    {
        var lines = region.Rows.Select(row => region.Columns.Select(column => Cell(row, column)).ToList()).ToList();
        var gaps = region.Rows.Zip(region.Rows.Skip(1), (a, b) => b.Average(w => w.Middle) - a.Average(w => w.Middle)).ToList();
        var wide = gaps.Max() * 0.82;
        var spaced = gaps.Min() < wide;
        var rows = new List<List<string>> { lines[0] };
        for (var i = 1; i < lines.Count; i++)
        {
            // Where rows stand further apart than the lines in their cells, the gap tells; else a new label does.
            var begins = spaced && lines.Exists(line => line[0].Length == 0) ? gaps[i - 1] >= wide : lines[i][0].Length > 0;
            if (begins)
            {
                rows.Add(lines[i]);
            }
            else
            {
                rows[^1] = [.. rows[^1].Zip(lines[i], (above, below) => above + "\n" + below)];
            }
        }
        return rows;
    }

    private static string Cell(IReadOnlyList<PdfWord> row, (double Left, double Right) column) =>
        PdfText.Join(row.Where(word => word.Left >= column.Left && word.Left <= column.Right));
}
