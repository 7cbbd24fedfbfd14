using MedtechBot.Deliveries;
using MedtechBot.Storage;

namespace MedtechBot.Consultations;

/// <summary>
/// Who is to be told what of an event: the asker in the conversation, by mail, programs by webhook. Kept in the transaction of the
/// event, so that nothing is lost and nothing is told that did not happen.
/// </summary>
/// <param name="ticket">As the event left it.</param>
public delegate IEnumerable<OutboxMessage> TicketNews(Ticket ticket, TicketEvent happened);

/// <summary>The same for whoever has to look into the database to know whom to tell.</summary>
/// <param name="ticket">As the last thing that happened left it; not committed yet.</param>
public delegate IEnumerable<OutboxMessage> TicketFollower(MedtechBotContext context, Ticket ticket);

internal static class TicketTelling
{
    /// <summary>Has everybody told of the last thing that happened to the ticket, once the context's changes are committed.</summary>
    /// <param name="only">Which kinds of news leave; null for all. Who follows the ticket sees whatever happens.</param>
    public static void Tell(
        this Outbox outbox, MedtechBotContext context, IEnumerable<TicketNews> news, IEnumerable<TicketFollower>? followers, Ticket ticket, string? only = null)
    {
        var told = news.SelectMany(n => n(ticket, ticket.History[^1])).Where(m => only is null || m.Kind == only);
        foreach (var message in told.Concat((followers ?? []).SelectMany(f => f(context, ticket))))
        {
            outbox.Add(context, message with { Ticket = ticket.Number.Value });
        }
    }
}
