using MedtechBot.Deliveries;
using MedtechBot.Storage;

namespace MedtechBot.Consultations;

/// <summary>
/// Who is to be told what of an event: the asker in the conversation, by mail, programs by webhook. Kept in the transaction of the
/// event, so that nothing is lost and nothing is told that did not happen.
/// </summary>
/// <param name="ticket">As the event left it.</param>
public delegate IEnumerable<OutboxMessage> TicketNews(Ticket ticket, TicketEvent happened);

internal static class TicketTelling
{
    /// <summary>Has everybody told of the last thing that happened to the ticket, once the context's changes are committed.</summary>
    /// <param name="only">Which kinds leave; null for all.</param>
    public static void Tell(this Outbox outbox, MedtechBotContext context, IEnumerable<TicketNews> news, Ticket ticket, string? only = null)
    {
        foreach (var message in news.SelectMany(n => n(ticket, ticket.History[^1])).Where(m => only is null || m.Kind == only))
        {
            outbox.Add(context, message with { Ticket = ticket.Number.Value });
        }
    }
}
