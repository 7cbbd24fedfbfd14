using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;

namespace MedtechBot.Host.KnowledgePages;

/// <summary>Words of a passage that were quoted.</summary>
internal sealed class QuoteMark : ContainerInline;

internal sealed class QuoteMarkRenderer : HtmlObjectRenderer<QuoteMark>
{
    protected override void Write(HtmlRenderer renderer, QuoteMark mark)
    {
        renderer.Write("<mark>");
        renderer.WriteChildren(mark);
        renderer.Write("</mark>");
    }
}
