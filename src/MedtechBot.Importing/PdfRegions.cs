namespace MedtechBot.Importing;

/// <summary>A part of a page whose words stand in columns: a table, or running text in two columns.</summary>
/// <param name="Columns">Left and right edge of each.</param>
internal sealed record PdfRegion(IReadOnlyList<IReadOnlyList<PdfWord>> Rows, IReadOnlyList<(double Left, double Right)> Columns, bool IsTable)
{
    public IEnumerable<PdfWord> Words => Rows.SelectMany(row => row);
}

/// <summary>Finds tables by their geometry, since a PDF does not say that it holds any: rows in a row that leave the same gaps.</summary>
internal static class PdfRegions
{
    // In letters: between words of a line there is a quarter, between cells more.
    private const double CellGap = 0.8;

    // What stays free through all rows of a table need not be as wide: words of a line do not stand below each other.
    private const double ColumnGap = 0.35;
    private const double RowGap = 3.2;
    private const int MostColumns = 12;

    // A narrower first column is one of labels; wider ones run as text.
    private const double LabelWidth = 0.33;

    public static IReadOnlyList<PdfRegion> Find(PdfPage page, double em)
    {
        var regions = new List<PdfRegion>();
        var run = new List<List<PdfWord>>();
        foreach (var row in Rows(page.Words, em))
        {
            var far = run.Count > 0 && row[0].Middle - run[^1][0].Middle > RowGap * em;
            if (far || (run.Count == 0 && Segments(row, em).Count < 2) || ColumnsOf([.. run, row], CellGap * em).Count < 2)
            {
                Close();
            }
            if (run.Count > 0 || Segments(row, em).Count >= 2)
            {
                run.Add(row);
            }
        }
        Close();
        return regions;

        void Close()
        {
            while (run.Count > 0 && Segments(run[^1], em).Count < 2 && ColumnsOf(run, CellGap * em).Count < 2)
            {
                run.RemoveAt(run.Count - 1);
            }
            if (run.Count > 0 && Region(run, page, em) is { } region)
            {
                regions.Add(region);
            }
            run = [];
        }
    }

    /// <summary>Words that stand beside each other, from top to bottom.</summary>
    private static List<List<PdfWord>> Rows(IReadOnlyList<PdfWord> words, double em)
    {
        var rows = new List<List<PdfWord>>();
        foreach (var word in words.OrderBy(w => w.Middle))
        {
            if (rows.Count > 0 && word.Middle - rows[^1][0].Middle < 0.45 * em)
            {
                rows[^1].Add(word);
            }
            else
            {
                rows.Add([word]);
            }
        }
        rows.ForEach(row => row.Sort((a, b) => a.Left.CompareTo(b.Left)));
        return rows;
    }

    private static List<(double Left, double Right)> Segments(List<PdfWord> row, double em) => ColumnsOf([row], CellGap * em);

    // Whatever overlaps or nearly touches in any row is one column.
    private static List<(double Left, double Right)> ColumnsOf(IEnumerable<List<PdfWord>> rows, double gap)
    {
        var columns = new List<(double Left, double Right)>();
        foreach (var word in rows.SelectMany(row => row).OrderBy(w => w.Left))
        {
            if (columns.Count > 0 && word.Left - columns[^1].Right < gap)
            {
                columns[^1] = (columns[^1].Left, Math.Max(columns[^1].Right, word.Right));
            }
            else
            {
                columns.Add((word.Left, word.Right));
            }
        }
        return columns;
    }

    private static PdfRegion? Region(List<List<PdfWord>> rows, PdfPage page, double em)
    {
        var columns = ColumnsOf(rows, ColumnGap * em);
        var beside = rows.Count(row => Segments(row, em).Count >= 2);
        if (rows.Count < 3 || beside < 2 || columns.Count > MostColumns)
        {
            return null;
        }
        var isTable = columns.Count > 2 || columns[0].Right - columns[0].Left < LabelWidth * page.Width;
        // Bullets and numbers of a list stand apart from its text as well.
        var isList = columns.Count == 2 && columns[0].Right - columns[0].Left < 2.5 * em;
        return isList || (!isTable && beside < 3) ? null : new PdfRegion(rows, columns, isTable);
    }
}
