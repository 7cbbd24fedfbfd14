using MedtechBot.Answers;
using MedtechBot.Channels;
using MedtechBot.Consultations;

namespace MedtechBot.Coordination;

/// <summary>
/// Once a coordinator is in charge, what the asker writes in that conversation goes to the coordinator; the bot does not talk over
/// them, unless it is asked by name. After closing, what goes on with the matter goes there as well.
/// </summary>
public sealed class AskerThread(TicketStore tickets, Conversations conversations, WriteToTicket write)
{
    // Enough to find what was last said to the asker before a handful of messages of their own.
    private const int LookBack = 12;

    /// <returns>What the asker is told; null when nobody is in charge and the bot answers.</returns>
    public async Task<OutgoingMessage?> HandleAsync(ConversationRow conversation, Activity kept, IncomingMessage message, Language? language, CancellationToken cancellation)
    {
        var own = await tickets.ListToWriteToAsync(conversation.Id, kept.At, cancellation);
        var (addressed, text) = TicketAddress.Of(message.Withheld ?? message.Text);
        var ticket = addressed is { } number ? await tickets.FindOwnAsync(number, conversation.AskerId, cancellation)
            : own.Count == 0 ? null
            : MeantTicket.Of(own, text, await LastSaidOfAsync(kept, cancellation), kept.At);
        // What must not be kept goes into a confidential ticket or nowhere; the bot says so and offers one.
        if (ticket is null || (message.Withheld is not null && !ticket.Details.IsConfidential))
        {
            return null;
        }
        var reply = new ThreadReplies(ticket, kept, language ?? ticket.Language);
        if (ticket.IsClosed && message.Files.Count == 0 && SaidAfterClosing.IsThanks(text))
        {
            return reply.Welcome();
        }
        if (text.Length > TicketTexts.Longest)
        {
            return reply.TooLong(text.Length);
        }
        var change = await write.HandleAsync(ticket.Number, kept.Id, text, message.Files, cancellation);
        return change is not { Refused: null } ? reply.TooLate()
            : reply.PassedOn(change.Ticket, [.. own.Where(t => t.Number != ticket.Number && MeantTicket.IsInCharge(t))], message.Withheld is not null);
    }

    // The number of the ticket that the last message to the asker was about, if it was about one.
    private async Task<string?> LastSaidOfAsync(Activity kept, CancellationToken cancellation) =>
        (await conversations.ReadAsync(kept.ConversationId, kept.Sequence - LookBack, cancellation))
            .LastOrDefault(a => a.Sequence < kept.Sequence && a.Outgoing is not null)?.Outgoing!.Ticket;
}
