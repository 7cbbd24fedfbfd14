using MedtechBot.Deliveries;

namespace MedtechBot.Consultations;

/// <summary>
/// Who is to be told what of an event: the asker in the conversation, by mail, programs by webhook. Kept in the transaction of the
/// event, so that nothing is lost and nothing is told that did not happen.
/// </summary>
/// <param name="ticket">As the event left it.</param>
public delegate IEnumerable<OutboxMessage> TicketNews(Ticket ticket, TicketEvent happened);
