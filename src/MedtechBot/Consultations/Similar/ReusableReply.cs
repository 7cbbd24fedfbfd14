using MedtechBot.Answers;
using MedtechBot.PersonalData;

namespace MedtechBot.Consultations.Similar;

/// <summary>What a coordinator answered to one asker, as it may be written to another: without what tells who the first one is. A pure function.</summary>
internal static class ReusableReply
{
    private const int ShortestName = 2;

    /// <param name="history">From its opening.</param>
    public static string? Of(IReadOnlyList<TicketEvent> history)
    {
        // The one that says most; the last is often only a word of farewell.
        if (history is not [TicketOpened opened, ..] || history.OfType<ReplyWritten>().MaxBy(r => r.Text.Length) is not { } reply)
        {
            return null;
        }
        var (name, organisation) = opened.Language == Language.English ? ("[name]", "[organisation]") : ("[氏名]", "[組織名]");
        var text = Parts(opened.Details?.Organisation).Aggregate(reply.Text, (t, part) => t.Replace(part, organisation, StringComparison.OrdinalIgnoreCase));
        text = Parts(opened.Details?.Name, ' ', '\u3000').Aggregate(text, (t, part) => t.Replace(part, name, StringComparison.OrdinalIgnoreCase));
        return PersonalDataMask.Mask(text).Text;
    }

    // A reply says the family name alone; the longest first, so that no half of a name is left.
    private static IEnumerable<string> Parts(string? said, params char[] between) =>
        (said ?? "").Split(between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Append(said?.Trim() ?? "")
            .Where(p => p.Length >= ShortestName).Distinct(StringComparer.Ordinal).OrderByDescending(p => p.Length);
}
