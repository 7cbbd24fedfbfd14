using MedtechBot.Consultations;
using MedtechBot.Deliveries;
using MedtechBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace MedtechBot.Coordination;

/// <summary>Lets something happen to a ticket and has everybody told whom it concerns. Every verb goes through here.</summary>
public sealed class ChangeTicket(TicketStore tickets, Outbox outbox, Dispatcher dispatcher, IEnumerable<TicketNews> news, IEnumerable<TicketFollower>? followers = null)
{
    /// <returns>Null when there is no such ticket.</returns>
    public async Task<TicketChange?> HandleAsync(TicketNumber number, Func<Ticket, TicketDecision> decide, CancellationToken cancellation = default)
    {
        // In the transaction of the change: once it is committed all will be told, whatever happens to this process.
        var change = await tickets.ChangeAsync(number, decide, Tell, cancellation);
        if (change is { Refused: null })
        {
            await dispatcher.DeliverNowAsync(OutboxKinds.Conversation, change.Ticket.ConversationId, CancellationToken.None);
        }
        return change;
    }

    private void Tell(MedtechBotContext context, Ticket ticket)
    {
        if (ticket.History[^1] is AskerEmailChanged)
        {
            ChangeAskerEmail.LeaveOld(context, ticket);
        }
        // Programs were told of the closing at once, and so hear that it was taken back.
        var isTakenBack = ticket.History[^1] is TicketReopened && TakeBack(context, ticket);
        outbox.Tell(context, news, followers, ticket, only: isTakenBack ? OutboxKinds.Webhook : null);
    }

    // Closed by mistake and noticed at once: what nobody has been told yet need not be told, nor that it was taken back.
    private static bool TakeBack(MedtechBotContext context, Ticket ticket)
    {
        var end = ticket.History.Count - 1;
        var mark = AskerMessages.KeyOfClosing(ticket, end);
        var waiting = context.Set<OutboxRow>().Where(r => r.DoneAt == null && r.LeaseHolder == null && r.Key.EndsWith(mark)).ToList();
        context.RemoveRange(waiting);
        return waiting.Any(r => r.Kind == OutboxKinds.Conversation);
    }
}
