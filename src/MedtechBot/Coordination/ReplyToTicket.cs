using MedtechBot.Consultations;
using MedtechBot.Deliveries;

namespace MedtechBot.Coordination;

/// <param name="ReplyId">Random, made with the form: sending it twice writes one reply.</param>
/// <param name="SeenVersion">The version the coordinator had before their eyes while writing.</param>
public sealed record Reply(TicketNumber Number, string By, string ReplyId, string Text, int SeenVersion)
{
    public const int LongestText = 10_000;
}

/// <summary>The coordinator in charge answers the asker.</summary>
public sealed class ReplyToTicket(TicketStore tickets, Outbox outbox, Dispatcher dispatcher, TimeProvider time)
{
    /// <returns>Null when there is no such ticket.</returns>
    /// <exception cref="ArgumentException">The text is empty or too long, or the reply's id is none.</exception>
    public async Task<TicketChange?> HandleAsync(Reply reply, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reply.Text);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(reply.Text.Length, Reply.LongestText);
        ArgumentOutOfRangeException.ThrowIfNotEqual(reply.ReplyId.Length is >= 16 and <= 64, true);

        var change = await tickets.ChangeAsync(
            reply.Number,
            ticket => TicketRules.Reply(ticket, reply.By, reply.ReplyId, reply.Text, reply.SeenVersion, time.GetUtcNow()),
            // In the transaction of the reply: once written it will be delivered, whatever happens to this process.
            (context, ticket) => outbox.Add(context, OutboxMessage.ToConversation(ticket.ConversationId, ReplyMessage.Of(ticket, (ReplyWritten)ticket.History[^1]))),
            cancellation);
        if (change is { Refused: null })
        {
            await dispatcher.DeliverNowAsync(OutboxKinds.Conversation, change.Ticket.ConversationId, CancellationToken.None);
        }
        return change;
    }
}
