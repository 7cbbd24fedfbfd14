using System.Text.Json.Nodes;
using MedtechBot.Consultations;
using MedtechBot.Host.Desk;
using MedtechBot.Host.Replies;
using MedtechBot.People;

namespace MedtechBot.Host.Teams.Coordinators;

/// <summary>
/// A ticket as an Adaptive Card for a channel: where it stands and, for whoever looks, what they can do about it. Everybody in the
/// channel sees it, so it names no asker, and of a confidential ticket nothing but its number and state.
/// </summary>
internal static class TicketCard
{
    private const int LongestHeadline = 200;

    public static JsonObject Of(TicketCardView view)
    {
        var card = new JsonObject
        {
            ["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json",
            ["type"] = "AdaptiveCard",
            ["version"] = TeamsLimits.CardVersion,
            ["fallbackText"] = $"相談 {view.Ticket.Number}({DeskWords.Of(view.Ticket.Status)}) {view.Page.AbsoluteUri}",
            ["body"] = Body(view),
            ["actions"] = Actions(view),
        };
        // Without names every client would ask, and in a large channel that is too many.
        if (view.UserIds.Count > 0)
        {
            card["refresh"] = new JsonObject
            {
                ["action"] = TicketCardForms.Execute("最新の状態を表示", CardVerbs.View, view.Ticket),
                ["userIds"] = new JsonArray([.. view.UserIds.Select(id => (JsonNode)id)]),
            };
        }
        return card;
    }

    private static JsonArray Body(TicketCardView view)
    {
        var ticket = view.Ticket;
        var title = TicketCardForms.Text($"相談 {ticket.Number}・{DeskWords.Of(ticket.Status)}");
        (title["weight"], title["size"]) = ("Bolder", "Medium");
        JsonArray body = [title];
        if (view.Notice is { } notice)
        {
            var line = TicketCardForms.Text((view.IsRefusal ? "⚠ " : "✓ ") + notice);
            line["color"] = view.IsRefusal ? "Attention" : "Good";
            body.Add(line);
        }
        body.Add(ticket.Details.IsConfidential
            ? TicketCardForms.Text("秘密の相談です。内容の確認と返信は、デスクで行ってください。", subtle: true)
            // Shown as it was typed, whatever marks are in it.
            : new JsonObject { ["type"] = "RichTextBlock", ["inlines"] = new JsonArray(new JsonObject { ["type"] = "TextRun", ["text"] = Headline(ticket) }) });
        foreach (var line in TicketCardFiles.Of(view))
        {
            body.Add(line);
        }
        if (!ticket.Details.IsConfidential && HasNews(ticket))
        {
            body.Add(TicketCardForms.Text("相談者から新しい書き込みがあります。", bold: true));
        }
        body.Add(new JsonObject
        {
            ["type"] = "FactSet",
            ["facts"] = new JsonArray([.. Facts(view).Where(f => f.Value is not null).Select(f => new JsonObject { ["title"] = f.Title, ["value"] = f.Value })]),
        });
        if (!ticket.IsClosed && !ticket.Details.IsConfidential && ticket.Holder is not null)
        {
            body.Add(TicketCardForms.Text("担当者がこのスレッドでボットにメンションして書くと、相談者への返信になります。「メモ」で始めると内部メモになります。", subtle: true));
        }
        return body;
    }

    private static IEnumerable<(string Title, string? Value)> Facts(TicketCardView view)
    {
        var ticket = view.Ticket;
        yield return ("担当", ticket.Holder ?? "まだいません");
        if (ticket.Details.IsConfidential)
        {
            yield break;
        }
        yield return ("テーマ", view.Topics.Count > 0 ? string.Join("、", view.Topics) : null);
        yield return ("地域", ticket.Details.Prefecture);
        yield return ("緊急度", ticket.IsClosed ? null : DeskWords.OfHurry(ticket.Route?.Urgency));
        yield return ("最初の回答", ticket.IsClosed ? null : view.Due);
        yield return ("紹介先", ticket.Referrals is [.., { } referral] ? referral.To : null);
        yield return ("結果", ticket.Outcome is { } outcome && ticket.IsClosed ? DeskWords.Of(outcome) : null);
    }

    private static JsonArray Actions(TicketCardView view)
    {
        var ticket = view.Ticket;
        var open = new JsonObject { ["type"] = "Action.OpenUrl", ["title"] = "デスクで開く", ["url"] = view.Page.AbsoluteUri };
        IEnumerable<JsonObject> own = (ticket, view) switch
        {
            ({ IsClosed: true }, _) => [],
            ({ Holder: null }, { Viewer: null }) or ({ Holder: null }, { Viewer.Role: not Role.Expert }) => [TicketCardForms.Positive("担当する", CardVerbs.Take, ticket)],
            ({ Details.IsConfidential: true }, _) => [],
            // Where clients do not ask by themselves, whoever is in charge asks for what they can do.
            (_, { Viewer: null }) => [TicketCardForms.Execute("操作を表示", CardVerbs.View, ticket)],
            (_, { IsHolder: true }) => TicketCardForms.OfHolder(view),
            _ => [],
        };
        return new JsonArray([.. own, open]);
    }

    private static string Headline(Ticket ticket) => ReplyText.Shortened(ticket.Summary.ReplaceLineEndings(" "), LongestHeadline);

    private static bool HasNews(Ticket ticket) =>
        !ticket.IsClosed && ticket.History.LastOrDefault(e => e is AskerWrote or ReplyWritten or AskedBack) is AskerWrote;
}
