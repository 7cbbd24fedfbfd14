namespace MedtechBot.Importing;

/// <summary>Collects the blocks of a document, cleaned, and stops at the limit.</summary>
internal sealed class BlockCollector(ImportLimits limits)
{
    private readonly List<SourceBlock> _blocks = [];
    private int _count;

    public IReadOnlyList<SourceBlock> Blocks => _blocks;

    public void Heading(int level, string text, int? page = null) => Add(CleanText.Of(text), t => new HeadingBlock(level, t, page));

    public void Paragraph(string text, int? page = null) => Add(CleanText.Of(text), t => new ParagraphBlock(t, page));

    public void Item(string text, int depth, int? page = null) => Add(CleanText.Of(text), t => new ItemBlock(t, depth, page));

    /// <summary>A grid of cells; what is no table with at least two columns and two rows becomes paragraphs.</summary>
    public void Table(IReadOnlyList<IReadOnlyList<string>> rows, int? page = null)
    {
        var filled = rows.Select(row => row.Select(CleanText.Of).ToList()).Where(row => row.Exists(cell => cell.Length > 0)).ToList();
        var width = filled.Count == 0 ? 0 : filled.Max(row => row.Count);
        var used = Enumerable.Range(0, width).Where(c => filled.Exists(row => c < row.Count && row[c].Length > 0)).ToList();
        if (used.Count < 2 || filled.Count < 2)
        {
            foreach (var row in filled)
            {
                Paragraph(string.Join(' ', row.Where(cell => cell.Length > 0)), page);
            }
            return;
        }
        Count(filled.Count);
        _blocks.Add(new TableBlock([.. filled.Select(row => used.ConvertAll(c => c < row.Count ? row[c] : ""))], page));
    }

    private void Add(string text, Func<string, SourceBlock> block)
    {
        if (text.Length > 0)
        {
            Count(1);
            _blocks.Add(block(text));
        }
    }

    private void Count(int more)
    {
        _count += more;
        if (_count > limits.Blocks)
        {
            throw new ImportRefusedException($"The file holds more than {limits.Blocks:N0} paragraphs: import it in parts.");
        }
    }
}
