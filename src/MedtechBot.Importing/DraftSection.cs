using MedtechBot.Knowledge.Reading;

namespace MedtechBot.Importing;

/// <summary>What will be a passage: no longer than one may be.</summary>
/// <param name="Path">The headings it stands under, its own last.</param>
internal sealed record DraftSection(string Id, string Heading, IReadOnlyList<string> Path, IReadOnlyList<SourceBlock> Blocks)
{
    /// <summary>Where in the source it stands: its pages, as far as they are known, and its headings.</summary>
    public string Locator
    {
        get
        {
            var pages = Blocks.Select(b => b.Page).OfType<int>().ToList();
            var place = pages.Count == 0 ? "" : pages.Min() == pages.Max() ? $"p. {pages[0]}" : $"pp. {pages.Min()}-{pages.Max()}";
            return Path.Count == 0 ? place : $"{place}「{string.Join(" > ", Path)}」";
        }
    }

    /// <summary>As long as the block will be once it is read back.</summary>
    public static int LengthOf(SourceBlock block) => 1 + block switch
    {
        ParagraphBlock paragraph => paragraph.Text.Length,
        ItemBlock item => item.Text.Length,
        TableBlock table => table.Rows.Skip(1).Sum(row => row.Zip(table.Rows[0]).Sum(c => c.First.Length == 0 ? 0 : c.First.Length + c.Second.Length + 4)),
        _ => 0,
    };
}

/// <summary>Cuts a document into sections at its headings, and sections that are too long at the ends of paragraphs.</summary>
internal static class DraftSections
{
    // Room for what a person adds.
    private const int MostCharacters = PassageAssembly.MaxText - 200;
    private const int LongestHeading = 100;

    public static IReadOnlyList<DraftSection> Of(SourceDocument document, string title)
    {
        var sections = new List<DraftSection>();
        var ids = new SectionIds();
        var path = new List<HeadingBlock>();
        var blocks = new List<SourceBlock>();
        foreach (var block in document.Blocks)
        {
            if (block is not HeadingBlock heading)
            {
                blocks.Add(block);
                continue;
            }
            Close();
            path.RemoveAll(above => above.Level >= heading.Level);
            path.Add(heading);
            if (heading.Text.Length > LongestHeading)
            {
                blocks.Add(new ParagraphBlock(heading.Text, heading.Page));
            }
        }
        Close();
        return sections;

        void Close()
        {
            var headings = path.Select(h => Cut(h.Text)).Where(h => h != title).ToList();
            var heading = headings.LastOrDefault() ?? title;
            var parts = blocks.Count == 0 ? [] : Parts(blocks);
            for (var i = 0; i < parts.Count; i++)
            {
                var number = parts.Count > 1 ? i + 1 : (int?)null;
                sections.Add(new DraftSection(ids.Next(heading, number), number is null ? heading : $"{heading}({number})", headings, parts[i]));
            }
            blocks = [];
        }
    }

    private static string Cut(string heading) => heading.Length <= LongestHeading ? heading : heading[..(LongestHeading - 1)] + "…";

    private static List<List<SourceBlock>> Parts(List<SourceBlock> blocks)
    {
        var parts = new List<List<SourceBlock>> { new() };
        var length = 0;
        foreach (var block in blocks.SelectMany(Pieces))
        {
            var more = DraftSection.LengthOf(block);
            if (parts[^1].Count > 0 && length + more > MostCharacters)
            {
                parts.Add([]);
                length = 0;
            }
            parts[^1].Add(block);
            length += more;
        }
        return parts;
    }

    /// <summary>A block that is too long by itself, in pieces: a table by its rows, a paragraph by its sentences.</summary>
    private static IEnumerable<SourceBlock> Pieces(SourceBlock block)
    {
        if (DraftSection.LengthOf(block) <= MostCharacters)
        {
            return [block];
        }
        return block switch
        {
            TableBlock table => Rows(table),
            ParagraphBlock paragraph => TextPieces.Of(paragraph.Text, MostCharacters).Select(text => paragraph with { Text = text }),
            ItemBlock item => TextPieces.Of(item.Text, MostCharacters).Select(text => item with { Text = text }),
            _ => [block],
        };
    }

    private static IEnumerable<SourceBlock> Rows(TableBlock table)
    {
        var header = table.Rows[0];
        var rows = new List<IReadOnlyList<string>> { header };
        foreach (var row in table.Rows.Skip(1))
        {
            if (rows.Count > 1 && DraftSection.LengthOf(table with { Rows = [.. rows, row] }) > MostCharacters)
            {
                yield return table with { Rows = rows };
                rows = [header];
            }
            rows.Add(row);
        }
        yield return table with { Rows = rows };
    }
}
