using System.Net;
using System.Text.RegularExpressions;
using MedtechBot.Host.KnowledgePages;
using MedtechBot.Knowledge;

namespace MedtechBot.Host.Tests.KnowledgePages;

/// <summary>The product's own knowledge base: whatever can be quoted from it can be shown.</summary>
public partial class OwnKnowledgeTests
{
    private static readonly IReadOnlyList<KnowledgeDocument> Documents = KnowledgeReader.Read(Path.Combine(Repository(), "knowledge")).Documents;

    [Fact]
    public void There_is_knowledge() => Assert.NotEmpty(Documents);

    [Fact]
    public void Every_quotable_unit_of_every_passage_is_marked_on_its_page()
    {
        var missing = Documents.SelectMany(d => d.Passages)
            .SelectMany(p => p.Units.Select(u => (p.Id, Unit: u, Html: SectionHtml.Render(p.Markdown, u.Text).Value)))
            .Where(u => !IsMarked(u.Html, u.Unit))
            .Select(u => $"{u.Id}: {u.Unit.Text}")
            .ToList();

        Assert.Empty(missing);
    }

    // A row's column names stand in the header and a nested item's label above it, so only the end of those can be compared.
    private static bool IsMarked(string html, QuoteUnit unit)
    {
        var marked = Strip(WebUtility.HtmlDecode(string.Concat(Marked().Matches(html).Select(m => m.Groups[1].Value))));
        var quote = Strip(unit.Text);
        return unit.Kind switch
        {
            QuoteUnitKind.TableRow => html.Contains("class=\"cited\"", StringComparison.Ordinal),
            QuoteUnitKind.ListItem => marked.Length > 0 && (marked.Contains(quote, StringComparison.Ordinal) || quote.EndsWith(marked, StringComparison.Ordinal)),
            _ => marked.Contains(quote, StringComparison.Ordinal),
        };
    }

    private static string Strip(string text) => new([.. text.Where(c => !char.IsWhiteSpace(c))]);

    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "MedtechBot.sln")))
        {
            folder = folder.Parent;
        }
        return folder.FullName;
    }

    [GeneratedRegex("<mark>(.*?)</mark>", RegexOptions.Singleline)]
    private static partial Regex Marked();
}
