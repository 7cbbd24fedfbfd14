using System.Text.Json.Nodes;
using MedtechBot.Answers;
using MedtechBot.Channels;
using MedtechBot.Consultations;
using MedtechBot.Consultations.Intake;

namespace MedtechBot.Coordination;

/// <summary>Takes the buttons below the question whether the asker wants to be introduced; only for the asker's own tickets.</summary>
public sealed class ReferralSubmission(TicketStore tickets, AnswerReferral answer) : ISubmissionHandler
{
    public bool Handles(JsonObject value) => IntakeReading.Text(value, "verb") == TicketCards.ReferralVerb;

    public async Task<OutgoingMessage> HandleAsync(ConversationRow conversation, JsonObject value, CancellationToken cancellation)
    {
        var language = conversation.Language ?? Language.Japanese;
        if (!TicketNumber.TryParse(IntakeReading.Text(value, "ticket"), out var number)
            || await tickets.FindOwnAsync(number, conversation.AskerId, cancellation) is not { } ticket)
        {
            return Say(null, language, "この相談は見つかりませんでした。", "There is no such consultation here.");
        }
        var isWanted = IntakeReading.Text(value, "wanted") == "true";
        var change = await answer.HandleAsync(number, IntakeReading.Text(value, "referral") ?? "", isWanted, cancellation);
        return (change!.Refused, isWanted) switch
        {
            ({ }, _) => Say(ticket, ticket.Language, "このご紹介は、もう進んでいるか終わっています。ご希望が変わったときは、この会話に書いてください。", "This introduction has gone on or has ended. If your wish has changed, please write it here."),
            (null, true) => Say(ticket, ticket.Language, "承知しました。ご紹介を進め、進み具合をこの会話でお知らせします。", "Thank you. The introduction goes on, and you will read here how it goes."),
            _ => Say(ticket, ticket.Language, "承知しました。ご紹介はせず、担当者が引き続き対応します。", "Thank you. You are not introduced; the coordinator goes on with your matter."),
        };
    }

    private static OutgoingMessage Say(Ticket? ticket, Language language, string japanese, string english) => new()
    {
        DeliveryKey = "ticket-button:" + RandomId.Next(),
        Ticket = ticket?.Number.Value,
        Text = AskerWords.Say(language, japanese, english),
    };
}
