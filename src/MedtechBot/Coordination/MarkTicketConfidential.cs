using MedtechBot.Consultations;

namespace MedtechBot.Coordination;

/// <summary>Makes a ticket confidential that was not filed as such.</summary>
public sealed class MarkTicketConfidential(ChangeTicket change, TimeProvider time)
{
    /// <param name="by">Null for the asker.</param>
    /// <returns>Null when there is no such ticket.</returns>
    public Task<TicketChange?> HandleAsync(TicketNumber number, string? by, CancellationToken cancellation = default) =>
        change.HandleAsync(number, ticket => ReaderRules.MarkConfidential(ticket, by, time.GetUtcNow()), cancellation);
}
