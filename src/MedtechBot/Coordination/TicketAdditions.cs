using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using MedtechBot.Answers;
using MedtechBot.Channels;
using MedtechBot.Consultations;
using MedtechBot.Consultations.Intake;
using MedtechBot.PersonalData;

namespace MedtechBot.Coordination;

/// <summary>Takes the card below the list of an asker's consultations: adds to one, or takes it back once they said so twice.</summary>
public sealed class TicketAdditions(TicketStore tickets, WriteToTicket write, WithdrawTicket withdraw) : ISubmissionHandler
{
    private const int IdLength = 32;

    public bool Handles(JsonObject value) => IntakeReading.Text(value, "verb") is TicketCards.AddVerb or TicketCards.WithdrawVerb;

    public async Task<OutgoingMessage> HandleAsync(ConversationRow conversation, JsonObject value, CancellationToken cancellation)
    {
        var language = IntakeReading.Text(value, "language") switch { "en" => Language.English, "ja" => Language.Japanese, _ => conversation.Language ?? Language.Japanese };
        if (!TicketNumber.TryParse(IntakeReading.Text(value, "ticket"), out var number)
            || await tickets.FindOwnAsync(number, conversation.AskerId, cancellation) is not { } ticket)
        {
            return Say(null, language, "この相談は見つかりませんでした。", "There is no such consultation here.");
        }
        return IntakeReading.Text(value, "verb") == TicketCards.AddVerb
            ? await AddAsync(ticket, value, language, cancellation)
            : await WithdrawAsync(ticket, IntakeReading.Text(value, "sure") == "true", language, cancellation);
    }

    private async Task<OutgoingMessage> AddAsync(Ticket ticket, JsonObject value, Language language, CancellationToken cancellation)
    {
        var text = PersonalDataMask.Mask(IntakeForm.Clean(IntakeReading.Text(value, "text"), keepLines: true) ?? "", PersonalDataKinds.Patient).Text;
        if (text.Length is 0 or > TicketTexts.Longest)
        {
            return text.Length == 0
                ? Say(ticket, language, "追加する内容をご記入ください。", "Please write what you would like to add.")
                : Say(ticket, language, $"{TicketTexts.Longest:N0}文字以内でお願いします(現在{text.Length:N0}文字)。", $"Please keep it within {TicketTexts.Longest:N0} characters (now {text.Length:N0}).");
        }
        // The same card pressed twice adds once; other words in it are something new.
        var id = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(IntakeReading.Text(value, "card") + "\n" + text)))[..IdLength];
        var change = await write.HandleAsync(ticket.Number, id, text, [], cancellation);
        var whom = AskerWords.Whom(change!.Ticket.Holder, language);
        return change.Refused is not null
            ? Say(ticket, language, $"{ticket.Number} は完了から日が経っているため、追加できません。新しい相談としてお送りください。", $"{ticket.Number} was completed too long ago to add to. Please open a new consultation.")
            : change.Ticket.Holder is null
                ? Say(ticket, language, $"{ticket.Number} に追加しました。担当者が決まりしだい、お読みします。", $"Added to {ticket.Number}. Whoever takes charge of it will read it.")
                : Say(ticket, language, $"{ticket.Number} に追加し、{whom}に伝えました。", $"Added to {ticket.Number} and passed on to {whom}.");
    }

    private async Task<OutgoingMessage> WithdrawAsync(Ticket ticket, bool isSure, Language language, CancellationToken cancellation)
    {
        if (!isSure && !ticket.IsClosed)
        {
            return Say(ticket, language, $"{ticket.Number} を取り下げると、対応は終わります。よろしければ下のボタンを押してください。", $"Withdrawing ends the work on {ticket.Number}. If you are sure, use the button below.") with
            {
                Card = TicketCards.Withdraw(ticket, language),
            };
        }
        var change = await withdraw.HandleAsync(ticket.Number, cancellation);
        return change!.Refused is null
            ? Say(ticket, language, $"{ticket.Number} を取り下げました。", $"{ticket.Number} was withdrawn.")
            : Say(ticket, language, $"{ticket.Number} はすでに完了しています。", $"{ticket.Number} is completed already.");
    }

    private static OutgoingMessage Say(Ticket? ticket, Language language, string japanese, string english) => new()
    {
        DeliveryKey = "ticket-card:" + RandomId.Next(),
        Ticket = ticket?.Number.Value,
        Text = AskerWords.Say(language, japanese, english),
    };
}
