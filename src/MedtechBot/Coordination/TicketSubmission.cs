using System.Globalization;
using System.Text.Json.Nodes;
using MedtechBot.Answers;
using MedtechBot.Channels;
using MedtechBot.Consultations;
using MedtechBot.Consultations.Intake;

namespace MedtechBot.Coordination;

/// <summary>Takes the buttons of <see cref="TicketCards"/>; only for the asker's own tickets.</summary>
public sealed class TicketSubmission(TicketStore tickets, ConfirmSolution confirm, RateTicket rate) : ISubmissionHandler
{
    public bool Handles(JsonObject value) => IntakeReading.Text(value, "verb") is TicketCards.SolvedVerb or TicketCards.RateVerb;

    public async Task<OutgoingMessage> HandleAsync(ConversationRow conversation, JsonObject value, CancellationToken cancellation)
    {
        if (!TicketNumber.TryParse(IntakeReading.Text(value, "ticket"), out var number)
            || await tickets.FindOwnAsync(number, conversation.AskerId, cancellation) is not { } ticket)
        {
            return Say(null, conversation.Language ?? Language.Japanese, "この相談は見つかりませんでした。", "There is no such consultation here.");
        }
        var isRating = IntakeReading.Text(value, "verb") == TicketCards.RateVerb;
        var isSolved = IntakeReading.Text(value, "solved") == "true";
        var stars = int.TryParse(IntakeReading.Text(value, "stars"), NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : 0;
        if (isRating && stars is not (>= 1 and <= 5))
        {
            return Say(ticket, ticket.Language, "★を1から5の間で選んでください。", "Please choose one to five stars.");
        }
        var comment = IntakeForm.Clean(IntakeReading.Text(value, "comment"), keepLines: true);
        var change = isRating
            ? await rate.HandleAsync(number, stars, comment?.Length > TicketTexts.LongestComment ? comment[..TicketTexts.LongestComment] : comment, cancellation)
            : await confirm.HandleAsync(number, isSolved, cancellation);
        return (change!.Refused?.Reason, isRating, isSolved) switch
        {
            (RefusalReason.TooLate, _, _) => Say(ticket, ticket.Language, "完了から日が経っているため、新しい相談としてお送りください。", "This was completed too long ago. Please open a new consultation."),
            ({ }, _, _) => Say(ticket, ticket.Language, "回答が届いてからお知らせください。", "Please wait for the reply first."),
            (null, true, _) => Say(ticket, ticket.Language, "評価をありがとうございます。", "Thank you for the rating."),
            (null, _, true) => Say(ticket, ticket.Language, $"{number} を解決として完了しました。ありがとうございました。", $"{number} is completed. Thank you."),
            _ => Say(ticket, ticket.Language, $"{number} の対応を続けます。足りない点を、この会話にそのままお書きください。", $"{number} goes on. Please write here what is still missing."),
        };
    }

    private static OutgoingMessage Say(Ticket? ticket, Language language, string japanese, string english) => new()
    {
        DeliveryKey = "ticket-button:" + RandomId.Next(),
        Ticket = ticket?.Number.Value,
        Text = AskerWords.Say(language, japanese, english),
    };
}
