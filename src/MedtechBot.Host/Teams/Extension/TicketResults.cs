using System.Text.Json.Nodes;
using MedtechBot.Answers;
using MedtechBot.Consultations;
using MedtechBot.Coordination;
using MedtechBot.Host.Desk;
using MedtechBot.Host.Pages;

namespace MedtechBot.Host.Teams.Extension;

/// <summary>
/// Tickets as results, for people of the desk. The list shows what a reader sees at the desk; the card that is inserted is read by whoever
/// is in that chat, and holds number, state and the way to the desk alone.
/// </summary>
internal static class TicketResults
{
    private const string ChoiceName = "ticket";

    public static async Task<IReadOnlyList<ExtensionResult>> FindAsync(ExtensionQuery query, TicketStore tickets, TicketReader reader, Language language, string origin, CancellationToken cancellation)
    {
        var words = query.Words.Length <= TicketQuery.LongestWords ? query.Words : query.Words[..TicketQuery.LongestWords];
        var found = await tickets.ListAsync(new TicketQuery(reader, words.Length == 0 ? TicketView.Open : TicketView.All) { Words = words, Limit = ExtensionQuery.MostResults }, cancellation);
        return [.. found.Where(l => l.Sight == TicketSight.Full).Skip(query.Skip).Take(query.Count).Select(l => Result(l, language, origin))];
    }

    /// <summary>The number that was chosen; null when it is none.</summary>
    public static TicketNumber? NumberIn(JsonObject choice) => TicketNumber.TryParse(ExtensionQuery.TextOf(choice[ChoiceName]), out var number) ? number : null;

    public static JsonObject Card(TicketNumber number, TicketStatus status, Language language, string origin)
    {
        var state = StateOf(status, language);
        var link = $"{origin}{DeskGuard.Root}/tickets/{number}";
        return ExtensionShape.Card(
            [
                ExtensionShape.Text(language.Say($"相談 {number}", $"Consultation {number}"), isBold: true),
                ExtensionShape.Text(state),
                ExtensionShape.Text(language.Say("内容は、読める方だけが窓口のページで見られます。", "What it says is shown at the desk, to those who may read it."), isSubtle: true),
            ],
            language.Say("窓口で開く", "Open at the desk"),
            link,
            $"{number} {state} {link}");
    }

    private static ExtensionResult Result(TicketLine line, Language language, string origin)
    {
        TicketNumber.TryParse(line.Row.Number, out var number);
        return new ExtensionResult(
            $"{number} {StateOf(line.Row.Status, language)}",
            line.Headline ?? "",
            Card(number, line.Row.Status, language, origin),
            new JsonObject { [ChoiceName] = number.Value });
    }

    private static string StateOf(TicketStatus status, Language language) => language.Say(DeskWords.Of(status), AskerWords.Of(status, Language.English));
}
