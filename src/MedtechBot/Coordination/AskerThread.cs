using MedtechBot.Answers;
using MedtechBot.Channels;
using MedtechBot.Consultations;

namespace MedtechBot.Coordination;

/// <summary>
/// Once a coordinator has written to the asker, what the asker writes in that conversation goes to the coordinator; the bot does not
/// talk over them, unless it is asked by name.
/// </summary>
public sealed class AskerThread(TicketStore tickets, WriteToTicket write)
{
    // What is longer is not written into a button.
    private const int LongestButton = 200;

    /// <returns>What the asker is told; null when nobody is in charge and the bot answers.</returns>
    public async Task<OutgoingMessage?> HandleAsync(ConversationRow conversation, Activity kept, IncomingMessage message, Language? language, CancellationToken cancellation)
    {
        if (await FindAsync(conversation.Id, cancellation) is not { } number)
        {
            return null;
        }
        var change = await write.HandleAsync(number, kept.Id, message.Text, message.Files, cancellation);
        return change is { Refused: null } ? Acknowledged(change.Ticket, kept, message.Text, language) : null;
    }

    // With several open tickets the asker answers whoever spoke last; to the others it may be none of their business.
    private async Task<TicketNumber?> FindAsync(string conversationId, CancellationToken cancellation) =>
        (await tickets.ListOfConversationsAsync([conversationId], cancellation))
            .Where(t => !t.IsClosed && (t.FirstReplyAt is not null || t.Status == TicketStatus.Waiting))
            .MaxBy(t => t.History.Last(h => h is ReplyWritten or AskedBack).At)?.Number;

    private static OutgoingMessage Acknowledged(Ticket ticket, Activity kept, string text, Language? language)
    {
        var english = (language ?? ticket.Language) == Language.English;
        var to = ticket.Holder is { } holder ? english ? $"Passed on to {holder}" : $"{holder}さんに伝えました" : english ? "Passed on to the desk" : "担当窓口に伝えました";
        return new OutgoingMessage
        {
            DeliveryKey = "thread:" + kept.Id,
            Ticket = ticket.Number.Value,
            Text = english ? $"{to} ({ticket.Number})." : $"{to}({ticket.Number})。",
            Suggestions = text.Length is > 0 and <= LongestButton ? [ToTheBot.Address(text, english)] : [],
        };
    }
}
