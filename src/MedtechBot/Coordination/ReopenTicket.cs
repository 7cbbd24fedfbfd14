using MedtechBot.Consultations;

namespace MedtechBot.Coordination;

/// <summary>A closed ticket goes on.</summary>
public sealed class ReopenTicket(ChangeTicket change, TimeProvider time)
{
    /// <returns>Null when there is no such ticket.</returns>
    public Task<TicketChange?> HandleAsync(TicketNumber number, string by, string? reason, CancellationToken cancellation = default) =>
        change.HandleAsync(number, ticket => TicketRules.Reopen(ticket, by, reason, time.GetUtcNow()), cancellation);
}
