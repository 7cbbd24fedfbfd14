using MedtechBot.Knowledge.Stored;

namespace MedtechBot.Knowledge.Reading;

/// <summary>
/// Links lead to a web address, to <c>#section</c>, or to <c>document-id</c> or <c>document-id#section</c>,
/// which are relative to the page of a document and need no rewriting. Nothing else passes.
/// </summary>
internal static class LinkCheck
{
    public static bool IsWebAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && address.Host.Length > 0
        && text.StartsWith(address.Scheme + "://", StringComparison.OrdinalIgnoreCase) && address.UserInfo.Length == 0;

    public static void Run(IReadOnlyList<DocumentDraft> drafts)
    {
        var sections = new Dictionary<string, HashSet<string>?>(StringComparer.Ordinal);
        foreach (var draft in drafts.Where(d => d.Id.Length > 0))
        {
            sections.TryAdd(draft.Id, draft.Document is { } document ? StoredPassages.Heads(document.Passages).Select(p => p.Id.SectionId).ToHashSet() : null);
        }
        foreach (var draft in drafts)
        {
            foreach (var link in draft.Links)
            {
                if (Wrong(link.Target, draft.Id, sections) is { } problem)
                {
                    draft.Problems.Error(link.Line, $"link '{link.Target}' {problem}");
                }
            }
        }
    }

    private static string? Wrong(string target, string self, Dictionary<string, HashSet<string>?> sections)
    {
        if (IsWebAddress(target))
        {
            return null;
        }
        var parts = target.Split('#', 2);
        var document = parts[0].Length == 0 ? self : parts[0];
        if (!DocumentHead.IsId(document) || (parts.Length == 2 && !DocumentHead.IsId(parts[1])))
        {
            return "is neither an http(s) address nor document-id#section";
        }
        if (!sections.TryGetValue(document, out var known))
        {
            return "leads to a document that does not exist";
        }
        return parts.Length == 2 && known?.Contains(parts[1]) == false ? "leads to a section that does not exist" : null;
    }
}
