using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using MedtechBot.Consultations;
using MedtechBot.Consultations.Intake;
using MedtechBot.Coordination;
using MedtechBot.Host.Desk;
using MedtechBot.Host.Desk.Tickets;

namespace MedtechBot.Host.Teams.Coordinators;

/// <summary>Does what a button of a ticket's card says, by the desk's own verbs.</summary>
internal sealed class CardVerbsAtWork(TakeTicket take, ReplyToTicket reply, AskBack ask, ReferTicket refer, CloseTicket close)
{
    /// <returns>The ticket afterwards, and what became of it in words; null words when somebody only looked.</returns>
    public async Task<(Ticket After, string? Notice, bool IsRefused)> DoAsync(PressedButton pressed, Ticket ticket, CancellationToken cancellation)
    {
        var (number, by, version) = (pressed.Number, pressed.By.Name, pressed.Version);
        switch (pressed.Verb)
        {
            case CardVerbs.Take:
                return After(ticket, await take.HandleAsync(number, by, cancellation), "担当になりました。");
            case CardVerbs.Reply:
                var text = Typed(pressed, TicketCardForms.ReplyField);
                return WritingVerbs.WrongWith(text, "回答") is { } noReply ? (ticket, noReply, true)
                    : After(ticket, await reply.HandleAsync(new Reply(number, by, IdOf(pressed, text), text, version), cancellation), "返信を相談者に送りました。");
            case CardVerbs.Ask:
                var question = Typed(pressed, TicketCardForms.AskField);
                return WritingVerbs.WrongWith(question, "確認したいこと") is { } noQuestion ? (ticket, noQuestion, true)
                    : After(ticket, await ask.HandleAsync(number, by, IdOf(pressed, question), question, version, cancellation: cancellation), "確認を相談者に送りました。");
            case CardVerbs.Refer:
                var (to, reason) = (Typed(pressed, TicketCardForms.ToField), Typed(pressed, TicketCardForms.ReasonField));
                return (WritingVerbs.WrongWith(to, "紹介先", ReferTicket.LongestName) ?? WritingVerbs.WrongWith(reason, "紹介の理由", ReferTicket.LongestReason)) is { } wrong ? (ticket, wrong, true)
                    : After(ticket, await refer.HandleAsync(number, by, IdOf(pressed, to + "\n" + reason), to, reason, version, cancellation), "紹介の希望を相談者に尋ねました。");
            case CardVerbs.Close:
                return TicketOutcomes.Parse(Typed(pressed, TicketCardForms.OutcomeField)) is not { } outcome || !TicketOutcomes.OfCoordinators.Contains(outcome) ? (ticket, "結果を選んでください。", true)
                    : After(ticket, await close.HandleAsync(number, by, outcome, version, cancellation), "完了にしました。");
            default:
                return (ticket, null, false);
        }
    }

    private static (Ticket, string?, bool) After(Ticket before, TicketChange? change, string done) => change switch
    {
        null => (before, CoordinatorWords.NotFound, true),
        { Refused: { } refused } => (change.Ticket, DeskWords.Of(refused), true),
        _ => (change.Ticket, done, false),
    };

    private static string Typed(PressedButton pressed, string field) =>
        (pressed.Data[field] is { } value && value.GetValueKind() == JsonValueKind.String ? IntakeForm.Clean(value.GetValue<string>(), keepLines: true)?.Trim() : null) ?? "";

    // The same words by the same person on the same state of the ticket are one and the same, however often the button is pressed.
    private static string IdOf(PressedButton pressed, string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{pressed.Number}|{pressed.Version}|{pressed.By.Id}|{pressed.Verb}|{text}")).AsSpan(0, 16));
}
