using MedtechBot.Consultations;

namespace MedtechBot.Coordination;

/// <summary>The coordinator in charge says that a ticket is done.</summary>
public sealed class CloseTicket(TicketStore tickets, TimeProvider time)
{
    /// <param name="seenVersion">The version the coordinator had before their eyes.</param>
    /// <returns>Null when there is no such ticket.</returns>
    public Task<TicketChange?> HandleAsync(TicketNumber number, string by, int seenVersion, CancellationToken cancellation = default) =>
        tickets.ChangeAsync(number, ticket => TicketRules.Close(ticket, by, seenVersion, time.GetUtcNow()), cancellation: cancellation);
}
