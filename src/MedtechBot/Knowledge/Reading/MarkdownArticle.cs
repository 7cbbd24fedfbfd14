using Markdig;
using Markdig.Extensions.Yaml;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace MedtechBot.Knowledge.Reading;

/// <summary>Reads a Markdown document: front matter, then one passage for each ## section.</summary>
internal static class MarkdownArticle
{
    private const string CommentStart = "<!-- passage";

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UseYamlFrontMatter().UsePipeTables().UseGenericAttributes().UsePreciseSourceLocation().Build();

    public static DocumentDraft? Read(string file, string text, FileProblems problems)
    {
        var blocks = Markdown.Parse(text, Pipeline);
        if (blocks.FirstOrDefault() is not YamlFrontMatterBlock front)
        {
            problems.Error(1, "starts without front matter (--- lines around YAML)");
            return null;
        }
        if (YamlMap.Parse(front.Lines.ToString(), 1, problems) is not { } map)
        {
            return null;
        }
        map.RejectKeysExcept(DocumentHead.Keys);
        var head = DocumentHead.Read(file, map);
        var links = CheckMarkup(blocks, text, problems);

        var content = blocks.Skip(1).Where(b => b is not LinkReferenceDefinitionGroup).ToList();
        foreach (var stray in content.TakeWhile(b => b is not HeadingBlock { Level: 2 }).Where(b => b is not HeadingBlock { Level: 1 }))
        {
            problems.Error(stray.Line + 1, "text before the first ## section belongs to no passage");
        }
        var starts = content.FindAll(b => b is HeadingBlock { Level: 2 });
        var passages = new List<(Passage Passage, int Line)>();
        for (var i = 0; i < starts.Count; i++)
        {
            var end = i + 1 < starts.Count ? starts[i + 1] : null;
            var body = content.SkipWhile(b => b != starts[i]).Skip(1).TakeWhile(b => b != end).ToList();
            if (ReadSection((HeadingBlock)starts[i], body, end?.Span.Start ?? text.Length, text, head, problems) is { } passage)
            {
                passages.Add((passage, starts[i].Line + 1));
            }
        }
        if (starts.Count == 0)
        {
            problems.Error(1, "has no ## section");
        }
        PassageAssembly.FindDuplicates(passages.Select(p => (p.Passage.Id.SectionId, p.Line)), problems);
        var document = head.Document with { Passages = [.. passages.Select(p => p.Passage)] };
        return new DocumentDraft(file, document.Id, document, problems) { Links = links };
    }

    private static Passage? ReadSection(HeadingBlock heading, List<Block> body, int end, string text, DocumentHead head, FileProblems problems)
    {
        var line = heading.Line + 1;
        var title = InlineText.Of(heading.Inline);
        var id = heading.TryGetAttributes()?.Id;
        if (id is null || !DocumentHead.IsId(id))
        {
            problems.Error(line, id is null ? $"section '{title}' has no id: end the heading with {{#some-id}}" : $"section id '{id}' may only hold a-z, 0-9 and single hyphens");
        }
        if (title.Length == 0)
        {
            problems.Error(line, "the heading is empty");
        }
        var comments = body.FindAll(b => b is HtmlBlock && Slice(text, b).StartsWith(CommentStart, StringComparison.Ordinal));
        if (comments.Count != 1)
        {
            problems.Error(line, comments.Count == 0 ? $"section '{id ?? title}' has no passage comment, so no source" : $"section '{id ?? title}' has more than one passage comment");
            return null;
        }
        var comment = Slice(text, comments[0]).TrimEnd();
        if (!comment.EndsWith("-->", StringComparison.Ordinal))
        {
            problems.Error(comments[0].Line + 1, "the passage comment does not end with --> on its own");
            return null;
        }
        if (YamlMap.Parse(comment[CommentStart.Length..^3], comments[0].Line, problems) is not { } map || id is null)
        {
            return null;
        }
        map.RejectKeysExcept([.. SectionDetails.Keys, "en_title"]);
        var details = SectionDetails.Read(map, head, "en_title", t => t);
        body.Remove(comments[0]);
        var start = text.IndexOf('\n', heading.Span.Start) is >= 0 and var lineEnd ? lineEnd + 1 : text.Length;
        var markdown = text[start..comments[0].Span.Start] + text[(comments[0].Span.End + 1)..end];
        return PassageAssembly.Assemble(head, id, title, details, markdown.Trim(), BlockUnits.Of(body, problems), line, problems);
    }

    // Pages show passages as HTML, so nothing may pass that could carry script, style or foreign content.
    private static List<ArticleLink> CheckMarkup(MarkdownDocument document, string text, FileProblems problems)
    {
        var links = new List<ArticleLink>();
        foreach (var node in document.Descendants())
        {
            var line = node.Line + 1;
            switch (node)
            {
                case HtmlBlock html when !Slice(text, html).StartsWith(CommentStart, StringComparison.Ordinal):
                case HtmlInline:
                    problems.Error(line, "raw HTML is not allowed");
                    break;
                case LinkInline { IsImage: true }:
                    problems.Error(line, "images are not shown: say it in words");
                    break;
                case LinkInline link:
                    links.Add(new ArticleLink(link.Url ?? "", line));
                    break;
                case AutolinkInline { IsEmail: true }:
                    problems.Error(line, "mail addresses are not allowed");
                    break;
                case AutolinkInline auto:
                    links.Add(new ArticleLink(auto.Url, line));
                    break;
                case CodeBlock and not YamlFrontMatterBlock:
                    problems.Error(line, "code blocks cannot be quoted (is a line indented by four spaces?)");
                    break;
                case HeadingBlock { Level: > 2 }:
                    problems.Error(line, "headings below ## are not passages: make it a ## section");
                    break;
            }
            if (node.TryGetAttributes() is { } attributes
                && (node is not HeadingBlock || attributes.Classes?.Count > 0 || attributes.Properties?.Count > 0)
                && (attributes.Id is not null || attributes.Classes?.Count > 0 || attributes.Properties?.Count > 0))
            {
                problems.Error(line, "attributes in braces are only for the id of a heading");
            }
        }
        return links;
    }

    private static string Slice(string text, Block block) => text.Substring(block.Span.Start, block.Span.Length);
}
