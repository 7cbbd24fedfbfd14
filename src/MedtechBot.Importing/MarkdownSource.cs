using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Extensions.Yaml;
using Markdig.Syntax;
using MedtechBot.Knowledge.Reading;

namespace MedtechBot.Importing;

/// <summary>Takes Markdown apart. Front matter of another product, raw HTML and images are left out.</summary>
internal static class MarkdownSource
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UseYamlFrontMatter().UsePipeTables().UseGridTables().Build();

    public static SourceDocument Read(string text, ImportLimits limits)
    {
        MarkdownDocument document;
        try
        {
            document = Markdown.Parse(text, Pipeline);
        }
        // The parser's answer to quotes in quotes in quotes.
        catch (ArgumentException tooDeep)
        {
            throw new ImportRefusedException("The Markdown is nested too deeply to be read: simplify it.", tooDeep);
        }
        var blocks = new BlockCollector(limits);
        foreach (var block in document)
        {
            Add(block, blocks, itemDepth: null);
        }
        return new SourceDocument(null, blocks.Blocks);
    }

    private static void Add(Block block, BlockCollector blocks, int? itemDepth)
    {
        switch (block)
        {
            case YamlFrontMatterBlock or HtmlBlock:
                break;
            case Markdig.Syntax.HeadingBlock heading:
                blocks.Heading(heading.Level, InlineText.Of(heading.Inline));
                break;
            case Table table:
                blocks.Table([.. table.OfType<TableRow>().Select(row => row.OfType<TableCell>().Select(CellText).ToList())]);
                break;
            case CodeBlock code:
                foreach (var line in code.Lines.ToString().Split('\n'))
                {
                    blocks.Paragraph(line);
                }
                break;
            case LeafBlock leaf when itemDepth is { } depth:
                blocks.Item(InlineText.Of(leaf.Inline), depth);
                break;
            case LeafBlock leaf:
                blocks.Paragraph(InlineText.Of(leaf.Inline));
                break;
            case ContainerBlock container:
                // An item's own depth counts from the outermost list.
                var inner = container is ListBlock ? (itemDepth ?? -1) + 1 : itemDepth;
                foreach (var child in container)
                {
                    Add(child, blocks, inner);
                }
                break;
        }
    }

    private static string CellText(TableCell cell) =>
        string.Join(' ', cell.Descendants<Markdig.Syntax.ParagraphBlock>().Select(p => InlineText.Of(p.Inline)));
}
