using System.Text.RegularExpressions;
using Markdig.Helpers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace MedtechBot.Host.KnowledgePages;

/// <summary>Leaves links to the web and to other passages; everything else (scripts, data, images) becomes its plain words.</summary>
internal static partial class SafeLinks
{
    public static void Apply(MarkdownDocument section)
    {
        foreach (var inline in section.Descendants<Inline>().ToList())
        {
            switch (inline)
            {
                case LinkInline link when link.IsImage || Target(link.Url) is null:
                    link.ReplaceBy(new Words());
                    break;
                case LinkInline link:
                    link.Url = Target(link.Url);
                    Guard(link, link.Url!);
                    break;
                case AutolinkInline auto when auto.IsEmail || !IsWeb(auto.Url):
                    auto.ReplaceBy(new LiteralInline { Content = new StringSlice(auto.Url) });
                    break;
                case AutolinkInline auto:
                    Guard(auto, auto.Url);
                    break;
            }
        }
    }

    /// <summary>The address to show for a link in the knowledge base, or null when it leads nowhere a reader should go.</summary>
    public static string? Target(string? url) => url switch
    {
        null or "" => null,
        _ when IsWeb(url) => url,
        _ when url.Contains('\\') || url.StartsWith("//", StringComparison.Ordinal) || url.Contains(':') => null,
        ['#' or '/', ..] => url,
        // Between documents, as the knowledge base writes it: document-id#section
        _ when DocumentLink().IsMatch(url) => "/knowledge/" + url,
        _ => null,
    };

    public static bool IsWeb(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
        && (url!.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || url.StartsWith("http://", StringComparison.OrdinalIgnoreCase));

    private static void Guard(Inline link, string url)
    {
        if (IsWeb(url))
        {
            link.GetAttributes().AddPropertyIfNotExist("rel", "noopener external");
        }
    }

    [GeneratedRegex(@"\A[a-z0-9-]+(#[a-z0-9-]+)?\z")]
    private static partial Regex DocumentLink();

    private sealed class Words : ContainerInline;
}
