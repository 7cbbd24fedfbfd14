using System.Text.RegularExpressions;
using MedtechBot.Consultations;

namespace MedtechBot.Host.Desk.Sources;

/// <summary>Closed tickets about something like it, by the main words of their headlines. A pure function.</summary>
internal static partial class SimilarTickets
{
    private const int Most = 5;
    private const int MostWords = 30;

    /// <param name="closed">Those the reader may list; what they may not read is not looked at.</param>
    public static IReadOnlyList<TicketLine> Among(IReadOnlyList<TicketLine> closed, Ticket ticket)
    {
        var readable = closed.Where(t => t.Headline is not null && t.Row.Number != ticket.Number.Value).ToList();
        var words = MainWord().Matches(ticket.Summary).Select(m => m.Value).Distinct(StringComparer.OrdinalIgnoreCase).Take(MostWords)
            .Select(word => (Word: word, In: readable.Count(t => Has(t, word)))).Where(w => w.In > 0).ToList();
        // A word that stands everywhere says little.
        return [.. readable.Select(t => (Line: t, Weight: words.Where(w => Has(t, w.Word)).Sum(w => 1.0 / w.In)))
            .Where(t => t.Weight > 0).OrderByDescending(t => t.Weight).ThenByDescending(t => t.Line.Row.OpenedAt).Take(Most).Select(t => t.Line)];
    }

    private static bool Has(TicketLine line, string word) => line.Headline!.Contains(word, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex("""[\p{IsCJKUnifiedIdeographs}々]{2,}|[\p{IsKatakana}]{3,}|[A-Za-z][A-Za-z0-9]{2,}""", RegexOptions.CultureInvariant)]
    private static partial Regex MainWord();
}
