using MedtechBot.Consultations;

namespace MedtechBot.Coordination;

/// <summary>An expert does not read a ticket any more.</summary>
public sealed class UnshareTicket(ChangeTicket change, TimeProvider time)
{
    /// <returns>Null when there is no such ticket.</returns>
    public Task<TicketChange?> HandleAsync(TicketNumber number, string by, string with, CancellationToken cancellation = default) =>
        change.HandleAsync(number, ticket => ReaderRules.Unshare(ticket, by, with, time.GetUtcNow()), cancellation);
}
