using System.Globalization;
using System.Text.RegularExpressions;

namespace MedtechBot.Teams;

/// <summary>
/// Cuts a long text into parts that Teams takes: at the end of a paragraph, else of a sentence, and never inside a link, a mark [n], code
/// or a character. Together the parts hold every word, in order.
/// </summary>
public static partial class TeamsParts
{
    /// <summary>
    /// In UTF-16 bytes, as Teams counts. It takes bots' messages of 80 KB with their citations and cards, but people read, quote and forward
    /// them in clients that take 28 KB (learn.microsoft.com/microsoftteams/limits-specifications-teams); the rest is for what the shape adds.
    /// </summary>
    public const int LargestPart = 24 * 1024;

    public static IReadOnlyList<string> Of(string text) => Of(text, LargestPart / sizeof(char));

    internal static IReadOnlyList<string> Of(string text, int longest)
    {
        if (text.Length <= longest)
        {
            return [text];
        }
        var parts = new List<string>();
        for (var start = 0; start < text.Length;)
        {
            var end = text.Length - start <= longest ? text.Length : End(text, start, start + longest);
            if (text[start..end].Trim('\r', '\n', ' ', '\u3000') is { Length: > 0 } words)
            {
                parts.Add(words);
            }
            start = end;
        }
        return parts.Count > 0 ? parts : [""];
    }

    // Behind the best place to cut that is not past the limit: the last paragraph, sentence, line or space of it.
    private static int End(string text, int start, int limit)
    {
        var whole = Whole().Matches(text[start..]).Select(m => (From: start + m.Index, To: start + m.Index + m.Length)).ToList();
        // A part that is nearly empty for the sake of a paragraph helps nobody.
        var least = start + ((limit - start) / 2);
        return Last(Paragraph(), least) ?? Last(Sentence(), least) ?? Last(Space(), least) ?? Last(Sentence(), start + 1) ?? Last(Space(), start + 1)
            ?? (whole.FirstOrDefault(w => w.From > start && w.From < limit && limit < w.To) is { From: > 0 } cut ? cut.From : Character(text, limit));

        int? Last(Regex place, int from)
        {
            for (var match = place.Match(text, limit); match.Success && match.Index + match.Length >= from; match = match.NextMatch())
            {
                var end = match.Index + match.Length;
                if (end <= limit && !whole.Exists(w => w.From < end && end < w.To))
                {
                    return end;
                }
            }
            return null;
        }
    }

    // A surrogate pair, and a character with the marks that follow it, stay together.
    private static int Character(string text, int limit)
    {
        var end = limit;
        while (end > limit - 16 && end > 1 && (char.IsLowSurrogate(text[end]) || char.GetUnicodeCategory(text[end]) is UnicodeCategory.NonSpacingMark || text[end - 1] == '\u200D' || text[end] == '\u200D'))
        {
            end--;
        }
        return end;
    }

    [GeneratedRegex(@"```.*?(?:```|\z)|`[^`\n]*`|!?\[[^\[\]\n]*\](?:\([^()\s]*\))?|\*\*[^*\n]+\*\*|https?://[^\s<>()]+", RegexOptions.Singleline)]
    private static partial Regex Whole();

    [GeneratedRegex(@"\n[ \t\u3000]*\r?\n", RegexOptions.RightToLeft)]
    private static partial Regex Paragraph();

    // The mark of a citation belongs to the sentence before it, and a number keeps its decimals.
    [GeneratedRegex(@"[。！？!?．][」』）)”""]*(?:\s?\[\d{1,2}\])*|[.][”""')]*(?:\s?\[\d{1,2}\])*(?=\s)|\n", RegexOptions.RightToLeft)]
    private static partial Regex Sentence();

    [GeneratedRegex(@"[ \t\u3000]", RegexOptions.RightToLeft)]
    private static partial Regex Space();
}
