using MedtechBot.Consultations;

namespace MedtechBot.Coordination;

/// <summary>The coordinator in charge says that a ticket is done, and how it ended.</summary>
public sealed class CloseTicket(ChangeTicket change, TimeProvider time)
{
    /// <param name="seenVersion">The version the coordinator had before their eyes; null when they saw none.</param>
    /// <returns>Null when there is no such ticket.</returns>
    public Task<TicketChange?> HandleAsync(TicketNumber number, string by, TicketOutcome outcome, int? seenVersion, CancellationToken cancellation = default) =>
        change.HandleAsync(number, ticket => TicketRules.Close(ticket, by, outcome, seenVersion, time.GetUtcNow()), cancellation);
}
