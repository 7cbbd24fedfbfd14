using MedtechBot.Consultations;

namespace MedtechBot.Coordination;

/// <summary>A coordinator takes charge of a ticket. Of two at the same time one gets it and the other is told who.</summary>
public sealed class TakeTicket(ChangeTicket change, TimeProvider time)
{
    /// <returns>Null when there is no such ticket.</returns>
    public Task<TicketChange?> HandleAsync(TicketNumber number, string by, CancellationToken cancellation = default) =>
        change.HandleAsync(number, ticket => TicketRules.Take(ticket, by, time.GetUtcNow()), cancellation);
}
