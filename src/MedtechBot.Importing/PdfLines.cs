using System.Text.RegularExpressions;

namespace MedtechBot.Importing;

internal sealed record PdfLine(IReadOnlyList<PdfWord> Words, string Text, double Left, double Right, double Middle, double Em, int Block, PdfPage Page)
{
    /// <summary>Stands in its place where the line began a table or columns.</summary>
    public PdfRegion? Region { get; init; }
}

/// <summary>The lines of a PDF in reading order, without what repeats at the edges of its pages.</summary>
internal static partial class PdfLines
{
    private const double Edge = 0.09;

    public static List<PdfLine> Read(IReadOnlyList<PdfPage> pages)
    {
        var words = pages.SelectMany(p => p.Words).ToList();
        var em = Median(words.Select(w => (w.Em, w.Text.Length)));
        var latin = LatinScale(words);
        var lines = pages.SelectMany(page => OfPage(page, em, latin)).ToList();
        var atEdges = lines.Where(l => l.Region is null && IsAtEdge(l)).GroupBy(l => WithoutNumbers(l.Text))
            .Where(g => g.Select(l => l.Page.Number).Distinct().Count() is var on && on >= 3 && on >= 0.3 * pages.Count)
            .Select(g => g.Key).ToHashSet(StringComparer.Ordinal);
        lines.RemoveAll(l => l.Region is null && IsAtEdge(l) && (atEdges.Contains(WithoutNumbers(l.Text)) || PageNumber().IsMatch(l.Text)));
        return lines;
    }

    // The size of Latin letters is only guessed from their boxes; where both are common, running text tells by how much it is off.
    private static double LatinScale(List<PdfWord> words)
    {
        var (japanese, latin) = (words.FindAll(w => w.Japanese), words.FindAll(w => !w.Japanese));
        var (many, few) = (Length(japanese), Length(latin));
        return Math.Min(many, few) * 10 < many + few ? 1 : Median(japanese.Select(w => (w.Em, w.Text.Length))) / Math.Max(1, Median(latin.Select(w => (w.Em, w.Text.Length))));

        static long Length(List<PdfWord> words) => words.Sum(w => (long)w.Text.Length);
    }

    /// <summary>The value in the middle, each counted by its weight.</summary>
    public static double Median(IEnumerable<(double Value, int Weight)> values)
    {
        var sorted = values.OrderBy(v => v.Value).ToList();
        var left = sorted.Sum(v => (long)v.Weight) / 2;
        return sorted.SkipWhile(v => (left -= v.Weight) >= 0).FirstOrDefault((Value: 1, Weight: 0)).Value;
    }

    private static IEnumerable<PdfLine> OfPage(PdfPage page, double em, double latin)
    {
        var regions = PdfRegions.Find(page, em);
        var inRegion = new Dictionary<PdfWord, PdfRegion>();
        foreach (var (word, region) in regions.SelectMany(r => r.Words.Select(w => (w, r))))
        {
            // The same word may stand twice in one place, where somebody made it bold that way.
            inRegion[word] = region;
        }
        var shown = new HashSet<PdfRegion>();
        var lines = page.Words.GroupBy(w => (w.Line, Region: inRegion.GetValueOrDefault(w)))
            .Where(words => words.Key.Region is null || shown.Add(words.Key.Region))
            .Select(words => Of([.. words], page, latin) with { Region = words.Key.Region }).ToList();
        return Joined(lines, em);
    }

    // Pieces of a line often come as blocks of their own: a number and the heading that it counts, Latin words in Japanese ones.
    private static IEnumerable<PdfLine> Joined(List<PdfLine> lines, double em)
    {
        var across = Enumerable.Range(0, lines.Count).Where(i => lines[i].Region is null).OrderBy(i => lines[i].Middle).ToArray();
        for (var i = 0; i < across.Length; i++)
        {
            for (var j = i + 1; j < across.Length && lines[across[j]].Middle - lines[across[i]].Middle < em; j++)
            {
                if (Join(lines[across[i]], lines[across[j]]) is { } line)
                {
                    // The whole stands where its first piece did.
                    var (first, other) = (Math.Min(across[i], across[j]), Math.Max(across[i], across[j]));
                    (lines[first], lines[other]) = (line, line with { Text = "" });
                    (across[i], across[j]) = (first, other);
                }
            }
        }
        return lines.Where(l => l.Text.Length > 0);
    }

    private static PdfLine? Join(PdfLine one, PdfLine other)
    {
        var em = Math.Max(one.Em, other.Em);
        if (one.Text.Length == 0 || other.Text.Length == 0 || Math.Abs(one.Middle - other.Middle) > 0.4 * em)
        {
            return null;
        }
        var words = one.Words.Select(w => (Word: w, Of: one)).Concat(other.Words.Select(w => (Word: w, Of: other))).OrderBy(w => w.Word.Left).ToList();
        var gaps = words.Zip(words.Skip(1), (a, b) => (Size: b.Word.Left - a.Word.Right, Between: a.Of != b.Of)).ToList();
        return gaps.Exists(g => g.Size < -0.5 * em) || !gaps.Exists(g => g.Between && g.Size < 1.6 * em)
            ? null
            : one with { Words = [.. words.Select(w => w.Word)], Text = PdfText.Join(words.Select(w => w.Word)), Left = words[0].Word.Left, Right = words.Max(w => w.Word.Right), Em = em };
    }

    public static PdfLine Of(IReadOnlyList<PdfWord> words, PdfPage page, double latin = 1) => new(words, PdfText.Join(words), words[0].Left, words.Max(w => w.Right),
        words.Average(w => w.Middle), Median(words.Select(w => (w.Japanese ? w.Em : w.Em * latin, w.Text.Length))), words[0].Block, page);

    private static bool IsAtEdge(PdfLine line) => line.Middle < Edge * line.Page.Height || line.Middle > (1 - Edge) * line.Page.Height;

    private static string WithoutNumbers(string text) => Digits().Replace(text, "#");

    [GeneratedRegex(@"\d+")]
    private static partial Regex Digits();

    [GeneratedRegex(@"\A[\s\-–—―・|/()]*(?:p(?:age)?\.?|頁|ページ)?\s*\d{1,4}\s*(?:/|of)?\s*\d{0,4}\s*(?:頁|ページ)?[\s\-–—―・|()]*\z", RegexOptions.IgnoreCase)]
    private static partial Regex PageNumber();
}
