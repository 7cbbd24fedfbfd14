using System.Text.Json.Nodes;
using MedtechBot.Consultations;
using MedtechBot.Coordination;
using MedtechBot.Host.Attachments;
using MedtechBot.Host.Replies;

namespace MedtechBot.Host.Teams.Coordinators;

/// <summary>
/// What the asker attached, on a ticket's card. Names of files often name people, so the channel learns how many there are, and whoever may
/// read the ticket which; they open at the desk.
/// </summary>
internal static class TicketCardFiles
{
    private const int Most = 8;

    public static IEnumerable<JsonObject> Of(TicketCardView view)
    {
        var ticket = view.Ticket;
        var files = ticket.History.Where(h => h is TicketOpened or AskerWrote).SelectMany(h => h.Files()).ToList();
        if (ticket.Details.IsConfidential || files.Count == 0)
        {
            yield break;
        }
        yield return TicketCardForms.Text($"相談者の添付ファイル: {files.Count}件");
        if (view.Viewer?.AsReader().SightOf(ticket) != TicketSight.Full)
        {
            yield break;
        }
        // The last ones are news.
        foreach (var file in files.TakeLast(Most).Reverse())
        {
            yield return new JsonObject
            {
                ["type"] = "RichTextBlock",
                ["inlines"] = new JsonArray(
                    // Not as Markdown: a name may hold any marks.
                    new JsonObject
                    {
                        ["type"] = "TextRun",
                        ["text"] = ReplyMarkdown.Line(file.Name),
                        ["selectAction"] = new JsonObject { ["type"] = "Action.OpenUrl", ["url"] = $"{view.Page.AbsoluteUri}/files/{file.Id}" },
                    },
                    new JsonObject { ["type"] = "TextRun", ["text"] = $" ({FileSize.Of(file.Size)})", ["isSubtle"] = true }),
            };
        }
    }
}
