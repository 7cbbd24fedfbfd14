using Markdig.Syntax.Inlines;

namespace MedtechBot.Host.KnowledgePages;

/// <summary>
/// The characters of a piece of Markdown as a quote gives them, each with the place it is shown at. White space is left out,
/// since lines break differently in source, quote and page; words that only a quote has (a table's column names) have no place.
/// </summary>
internal sealed class QuotableText
{
    private readonly List<(char Character, Inline? Leaf, int Offset)> _characters = [];

    public static QuotableText Of(ContainerInline? inline)
    {
        var text = new QuotableText();
        text.Append(inline);
        return text;
    }

    /// <summary>White space removed, and what is left of a character cut in half by shortening the quote.</summary>
    public static string Strip(string text) => new([.. text.Where(c => !char.IsWhiteSpace(c) && c != '\uFFFD')]);

    public bool IsEmpty => _characters.Count == 0;

    public override string ToString() => new([.. _characters.Select(c => c.Character)]);

    public void Append(string unplaced)
    {
        foreach (var character in Strip(unplaced))
        {
            _characters.Add((character, null, 0));
        }
    }

    public void Append(ContainerInline? container)
    {
        foreach (var inline in container ?? [])
        {
            switch (inline)
            {
                case ContainerInline inner:
                    Append(inner);
                    break;
                case LiteralInline literal:
                    Append(literal, literal.Content.ToString());
                    break;
                case CodeInline code:
                    Append(code, code.Content);
                    break;
                case HtmlEntityInline entity:
                    Append(entity, entity.Transcoded.ToString());
                    break;
                case AutolinkInline link:
                    Append(link, link.Url);
                    break;
            }
        }
    }

    /// <summary>Where the quote stands: each leaf with the first and last offset, or null when it does not occur.</summary>
    public IReadOnlyList<(Inline Leaf, int First, int Last)>? Find(string strippedQuote)
    {
        var start = ToString().IndexOf(strippedQuote, StringComparison.Ordinal);
        return start < 0 ? null
            : [.. _characters.Skip(start).Take(strippedQuote.Length)
                .Where(c => c.Leaf is not null)
                .GroupBy(c => c.Leaf!)
                .Select(g => (g.Key, g.First().Offset, g.Last().Offset))];
    }

    private void Append(Inline leaf, string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsWhiteSpace(text[i]) && text[i] != '\uFFFD')
            {
                _characters.Add((text[i], leaf, i));
            }
        }
    }
}
