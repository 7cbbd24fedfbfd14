using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Microsoft.AspNetCore.Components;

namespace MedtechBot.Host.KnowledgePages;

/// <summary>Markdown of the knowledge base or of an answer as HTML that is safe to show.</summary>
public static class SectionHtml
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().Build();

    /// <param name="quote">Marked where it stands; null or words that do not occur mark nothing.</param>
    public static MarkupString Render(string markdown, string? quote = null)
    {
        var section = Markdown.Parse(markdown, Pipeline);
        SafeLinks.Apply(section);
        foreach (var table in section.Descendants<Table>())
        {
            NameCells(table);
        }
        if (!string.IsNullOrWhiteSpace(quote))
        {
            QuoteHighlight.Apply(section, quote);
        }
        using var writer = new StringWriter();
        var renderer = new HtmlRenderer(writer);
        Pipeline.Setup(renderer);
        renderer.ObjectRenderers.Insert(0, new QuoteMarkRenderer());
        renderer.Render(section);
        return new MarkupString(writer.ToString());
    }

    // On a narrow screen a row is shown as a card, each value below its column's name.
    private static void NameCells(Table table)
    {
        table.GetAttributes().AddClass("stack");
        var columns = table.OfType<TableRow>().FirstOrDefault(r => r.IsHeader)?.OfType<TableCell>().Select(TextOf).ToList() ?? [];
        foreach (var row in table.OfType<TableRow>().Where(r => !r.IsHeader))
        {
            foreach (var (cell, i) in row.OfType<TableCell>().Select((c, i) => (c, i)).Where(c => c.i < columns.Count && columns[c.i].Length > 0))
            {
                cell.GetAttributes().AddPropertyIfNotExist("data-label", columns[i]);
            }
        }
    }

    private static string TextOf(TableCell cell) =>
        string.Concat(cell.Descendants<LiteralInline>().Select(l => l.Content.ToString()));
}
