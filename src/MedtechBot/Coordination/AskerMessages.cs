using MedtechBot.Answers;
using MedtechBot.Channels;
using MedtechBot.Consultations;
using MedtechBot.Deliveries;

namespace MedtechBot.Coordination;

/// <summary>What the asker reads in the conversation when something happens to their ticket.</summary>
public static class AskerMessages
{
    /// <summary>How long closing can be taken back before the asker is told.</summary>
    public static readonly TimeSpan BeforeClosingIsTold = TimeSpan.FromSeconds(30);

    public static IEnumerable<OutboxMessage> Of(Ticket ticket, TicketEvent happened)
    {
        var message = happened switch
        {
            ReplyWritten reply => Reply(ticket, reply),
            AskedBack asked => Question(ticket, asked),
            TicketReferred referred => Introduction(ticket, referred),
            ReferralAdvanced { Step: ReferralStep.PassedOn } => Plain(ticket, $"**{ticket.Number}**: 紹介先に内容を伝えました。", $"**{ticket.Number}**: your matter was passed on, as you agreed."),
            ReferralAdvanced { Step: ReferralStep.CompanyInformed } => Plain(ticket, $"**{ticket.Number}**: 紹介先の候補から承諾がありました。担当者から続けてご連絡します。", $"**{ticket.Number}**: a candidate agreed to be introduced. The coordinator will tell you more."),
            ReferralDeclined { Candidate: null } => Plain(ticket, $"**{ticket.Number}**: 今回のご紹介は見送りになりました。担当者が引き続き対応します。", $"**{ticket.Number}**: this introduction came to nothing. The coordinator goes on with your matter."),
            TicketClosed closed => Closing(ticket, closed),
            TicketReopened => Plain(ticket, $"**{ticket.Number}** の対応を再開しました。", $"Your consultation **{ticket.Number}** goes on."),
            _ => null,
        };
        if (message is not null)
        {
            var delay = happened is TicketClosed ? BeforeClosingIsTold : TimeSpan.Zero;
            yield return OutboxMessage.ToConversation(ticket.ConversationId, message) with { Delay = delay };
        }
    }

    /// <summary>How the keys of whatever tells of the closing end, by the number of its event.</summary>
    internal static string KeyOfClosing(Ticket ticket, int sequence) => $"ticket-event:{ticket.Number}:{sequence}";

    private static OutgoingMessage Reply(Ticket ticket, ReplyWritten reply) =>
        Written(ticket, reply.By, reply.ReplyId, Say(ticket, $"**{ticket.Number} への回答**", $"**Reply to your consultation {ticket.Number}**"), reply.Text, "", reply.Sources) with
        {
            Files = reply.Files ?? [],
            Card = TicketCards.Solved(ticket),
        };

    private static OutgoingMessage Question(Ticket ticket, AskedBack asked) =>
        Written(ticket, asked.By, asked.ReplyId, Say(ticket, $"**{ticket.Number} について確認させてください**", $"**A question about your consultation {ticket.Number}**"), asked.Text,
            "\n\n" + Say(ticket, "お返事は、この会話にそのままお書きください。", "Please just write your answer here."), asked.Sources) with
        { Files = asked.Files ?? [] };

    private static OutgoingMessage Written(Ticket ticket, string by, string id, string heading, string words, string after, IReadOnlyList<Citation>? cited)
    {
        var sources = cited ?? [];
        var text = heading + "\n\n" + PlainMarkdown.Of(words) + after;
        if (sources.Count > 0)
        {
            text += "\n\n" + Say(ticket, "出典: ", "Sources: ") + string.Join(" ", sources.Select(s => $"[{s.Position}]"));
        }
        return new OutgoingMessage
        {
            DeliveryKey = "reply-to-ticket:" + ticket.Number + ":" + id,
            SpokenBy = AskerWords.Name(by, ticket.Language),
            Ticket = ticket.Number.Value,
            Text = text,
            Answer = sources.Count == 0 ? null : new Answer { Outcome = OutcomeKind.Answered, Language = ticket.Language, Text = text, Citations = sources },
        };
    }

    // Nothing is passed on before the asker has agreed to it.
    private static OutgoingMessage Introduction(Ticket ticket, TicketReferred referred)
    {
        var (to, reason) = (PlainMarkdown.Of(referred.To), PlainMarkdown.Of(referred.Reason));
        return Plain(ticket,
            $"**{ticket.Number}**: 担当者が**{to}**へのご紹介を提案しています。ご希望ですか。お返事をいただくまで、相手に内容を伝えることはありません。\n\n理由: {reason}",
            $"**{ticket.Number}**: the coordinator suggests introducing you to **{to}**. Would you like that? Nothing is passed on before you answer.\n\nReason: {reason}") with
        {
            Card = TicketCards.Introduce(ticket, referred.ReferralId),
        };
    }

    private static OutgoingMessage Closing(Ticket ticket, TicketClosed closed) =>
        Plain(ticket,
            $"**{ticket.Number}** の対応を完了しました({AskerWords.Of(closed.Outcome ?? TicketOutcome.Answered, Language.Japanese)})。まだ解決していないときは、下のボタンか、この会話でお知らせください。",
            $"Your consultation **{ticket.Number}** was completed ({AskerWords.Of(closed.Outcome ?? TicketOutcome.Answered, Language.English)}). If the matter is not solved, use the button below or write here.") with
        {
            Card = TicketCards.Rate(ticket),
        };

    private static OutgoingMessage Plain(Ticket ticket, string japanese, string english) => new()
    {
        DeliveryKey = $"ticket-event:{ticket.Number}:{ticket.Version}",
        Ticket = ticket.Number.Value,
        Text = Say(ticket, japanese, english),
    };

    private static string Say(Ticket ticket, string japanese, string english) => ticket.Language == Language.English ? english : japanese;
}
