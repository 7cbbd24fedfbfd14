using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace MedtechBot.Importing;

/// <summary>
/// Takes a page apart. Only the text given is parsed: nothing it refers to is fetched and no script runs. What is not for reading
/// (scripts, styles, navigation, forms, hidden parts) is left out.
/// </summary>
internal sealed class HtmlSource
{
    private static readonly HashSet<string> Unread = new(StringComparer.Ordinal)
    {
        "script", "style", "noscript", "template", "iframe", "frame", "frameset", "noframes", "object", "embed", "applet", "svg", "math", "canvas",
        "audio", "video", "img", "picture", "map", "nav", "footer", "form", "button", "input", "select", "textarea", "dialog", "head", "rt", "rp",
    };

    private static readonly HashSet<string> BlockElements = new(StringComparer.Ordinal)
    {
        "address", "article", "aside", "blockquote", "body", "center", "details", "dd", "div", "dl", "dt", "fieldset", "figcaption", "figure", "header",
        "hgroup", "hr", "legend", "li", "main", "menu", "ol", "p", "search", "section", "summary", "ul",
    };

    private readonly ImportLimits _limits;
    private readonly BlockCollector _blocks;
    private readonly StringBuilder _inline = new();
    private int _lists;

    private HtmlSource(ImportLimits limits) => (_limits, _blocks) = (limits, new BlockCollector(limits));

    public static SourceDocument Read(string html, ImportLimits limits, CancellationToken stop = default)
    {
        using var document = new HtmlParser(new HtmlParserOptions { IsScripting = false, IsEmbedded = false, OnCreated = (_, _) => stop.ThrowIfCancellationRequested() }).ParseDocument(html);
        var source = new HtmlSource(limits);
        var main = document.QuerySelectorAll("main").Length == 1 ? document.QuerySelector("main") : null;
        if ((main ?? document.Body) is { } body)
        {
            source.Walk(body, 0);
            source.Flush();
        }
        return new SourceDocument(CleanText.Of(document.Title ?? ""), source._blocks.Blocks);
    }

    private void Walk(INode parent, int depth)
    {
        if (depth > _limits.Depth)
        {
            throw new ImportRefusedException($"The page's elements stand more than {_limits.Depth} deep in each other: simplify it.");
        }
        foreach (var child in parent.ChildNodes)
        {
            if (child is IText text)
            {
                _inline.Append(text.Data);
            }
            else if (child is IElement element && !Unread.Contains(element.LocalName) && !IsHidden(element))
            {
                Add(element, depth + 1);
            }
        }
    }

    private void Add(IElement element, int depth)
    {
        switch (element.LocalName)
        {
            case "br":
                _inline.Append(' ');
                break;
            case ['h', >= '1' and <= '6' and var level]:
                Flush();
                Walk(element, depth);
                _blocks.Heading(level - '0', Taken());
                break;
            case "table" when HtmlTable.Read((IHtmlTableElement)element) is { } rows:
                Flush();
                _blocks.Table([.. rows.Select(row => row.Select(CellText).ToList())]);
                break;
            case "pre":
                Flush();
                Walk(element, depth);
                foreach (var line in Taken().Split('\n'))
                {
                    _blocks.Paragraph(line);
                }
                break;
            case "ul" or "ol" or "dl" or "menu":
                Flush();
                _lists++;
                Walk(element, depth);
                Flush();
                _lists--;
                break;
            case "table" or "caption" or "tr" or "td" or "th":
            case var name when BlockElements.Contains(name):
                Flush();
                Walk(element, depth);
                Flush();
                break;
            default:
                Walk(element, depth);
                break;
        }
    }

    private string CellText(IElement? cell)
    {
        if (cell is null)
        {
            return "";
        }
        var text = new StringBuilder();
        foreach (var node in cell.Descendants<IText>().Where(t => !t.Ancestors<IElement>().TakeWhile(a => a != cell).Any(a => Unread.Contains(a.LocalName) || IsHidden(a))))
        {
            text.Append(' ').Append(node.Data);
        }
        return text.ToString();
    }

    private void Flush()
    {
        if (_lists > 0)
        {
            _blocks.Item(Taken(), _lists - 1);
        }
        else
        {
            _blocks.Paragraph(Taken());
        }
    }

    private string Taken()
    {
        var text = _inline.ToString();
        _inline.Clear();
        return text;
    }

    private static bool IsHidden(IElement element) =>
        element.HasAttribute("hidden") || element.GetAttribute("aria-hidden") == "true"
        || element.GetAttribute("style")?.Replace(" ", "", StringComparison.Ordinal).Contains("display:none", StringComparison.OrdinalIgnoreCase) == true;
}
