using System.Text;
using System.Text.RegularExpressions;

namespace MedtechBot.Importing;

/// <summary>Takes a PDF apart: words with their places come from pdftotext; headings, paragraphs, lists and tables are read from how they stand.</summary>
internal sealed partial class PdfSource
{
    private const int LongestHeading = 80;
    private const double HeadingSize = 1.15;
    private const int Levels = 4;

    private readonly BlockCollector _blocks;
    private readonly double _em;
    private readonly List<double> _sizes;

    private PdfSource(IReadOnlyList<PdfLine> lines, ImportLimits limits)
    {
        _blocks = new BlockCollector(limits);
        _em = PdfLines.Median(lines.Select(l => (l.Em, l.Text.Length)));
        _sizes = [.. lines.Where(IsLarge).Select(l => Size(l.Em)).Distinct().OrderDescending().Take(Levels)];
    }

    /// <param name="searchPath">Where pdftotext is looked for, as in PATH.</param>
    public static SourceDocument Read(SourceFile file, string? searchPath, ImportLimits limits)
    {
        var program = PdfToText.Find(searchPath)
            ?? throw new ImportRefusedException("PDF files are read with poppler's pdftotext, which was not found: install it (Debian and Ubuntu: apt-get install poppler-utils; macOS: brew install poppler).");
        var (title, pages) = PdfToText.Read(program, file, limits, PdfWords.Read);
        var lines = PdfLines.Read(pages);
        if (lines.Count == 0)
        {
            throw new ImportRefusedException($"{file.Name} holds no text, as scans do: have its text recognised first, for example with ocrmypdf.");
        }
        var source = new PdfSource(lines, limits);
        source.Add(lines);
        var first = source._blocks.Blocks.OfType<HeadingBlock>().Where(h => h.Page == 1).OrderBy(h => h.Level).FirstOrDefault();
        return new SourceDocument(first?.Text ?? CleanText.Of(title), source._blocks.Blocks);
    }

    private void Add(IReadOnlyList<PdfLine> lines)
    {
        for (var i = 0; i < lines.Count;)
        {
            if (lines[i].Region is { } region)
            {
                AddRegion(region, lines[i].Page);
                i++;
                continue;
            }
            var (text, next) = (new StringBuilder(lines[i].Text), i + 1);
            for (; next < lines.Count && Continues(lines[i], lines[next - 1], lines[next]); next++)
            {
                PdfText.AddLine(text, lines[next].Text);
            }
            AddText(text.ToString(), lines[i]);
            i = next;
        }
    }

    private void AddRegion(PdfRegion region, PdfPage page)
    {
        if (region.IsTable)
        {
            _blocks.Table(PdfTable.Read(region), page.Number);
            return;
        }
        foreach (var (left, right) in region.Columns)
        {
            Add([.. region.Rows.Select(row => row.Where(w => w.Left >= left && w.Left <= right).ToList()).Where(row => row.Count > 0)
                .Select(row => PdfLines.Of(row, page) with { Block = -1 })]);
        }
    }

    private void AddText(string text, PdfLine first)
    {
        if (LevelOf(first, text) is { } level)
        {
            _blocks.Heading(level, text, first.Page.Number);
        }
        else if (Bullet().Match(text) is { Length: > 0 } bullet)
        {
            _blocks.Item(text[bullet.Length..], 0, first.Page.Number);
        }
        else
        {
            _blocks.Paragraph(text, first.Page.Number);
        }
    }

    private bool Continues(PdfLine first, PdfLine before, PdfLine line)
    {
        if (line.Region is not null || line.Page != first.Page || (line.Block != before.Block && !GoesOn(before, line)) || Math.Abs(line.Em - before.Em) > 0.15 * _em
            || line.Text[0] == '\u3000' || Bullet().IsMatch(line.Text) || LevelOf(line, line.Text) is not null != (LevelOf(before, before.Text) is not null))
        {
            return false;
        }
        var ended = before.Text[^1] is '。' or '.' or '：' or ':' && before.Right < line.Right - (2 * _em);
        return !ended && line.Middle - before.Middle < 2.6 * Math.Max(_em, line.Em);
    }

    // The next block begins in the middle of a sentence, right below a line that is full.
    private bool GoesOn(PdfLine before, PdfLine line) => line.Block >= 0 && before.Text[^1] is not ('。' or '.' or '：' or ':' or '」')
        && Math.Abs(line.Left - before.Left) < 1.5 * _em && line.Middle - before.Middle is var down && down > 0 && down < 2.2 * _em
        && before.Right > line.Right - (2 * _em) && before.Right - before.Left > 0.5 * line.Page.Width;

    private int? LevelOf(PdfLine line, string text)
    {
        if (text.Length > LongestHeading || text[^1] is '。' or '、' or '.' or ',' || !text.Any(char.IsLetter))
        {
            return null;
        }
        if (IsLarge(line))
        {
            var level = _sizes.IndexOf(Size(line.Em));
            return level < 0 ? Levels : level + 1;
        }
        if (text.Contains('。') || text.Length > LongestHeading / 2 || Contents().IsMatch(text) || Numbered().Match(text) is not { Success: true } number)
        {
            return null;
        }
        var below = _sizes.Count;
        return below + (number.Groups["dots"] is { Success: true } dots ? 1 + dots.Captures.Count : number.Value[^1] is '章' or '編' or '部' ? 1 : 2);
    }

    private bool IsLarge(PdfLine line) => line.Region is null && line.Em >= HeadingSize * _em && line.Text.Length <= LongestHeading;

    private static double Size(double em) => Math.Round(em);

    [GeneratedRegex(@"\A(?:[・•●○◯◆◇■□▪▶➢✓※＊*]|[-–—]\s)\s*")]
    private static partial Regex Bullet();

    [GeneratedRegex(@"\A(?:第[0-9０-９一二三四五六七八九十]{1,4}[章節編部]|[0-9]{1,2}(?<dots>\.[0-9]{1,2}){1,4}(?=\.?\s*[^\d\s.,%]))")]
    private static partial Regex Numbered();

    // A line of the table of contents: dots that lead to a page.
    [GeneratedRegex(@"[.・…‥]{3,}\s*\d{0,4}\s*\z")]
    private static partial Regex Contents();
}
