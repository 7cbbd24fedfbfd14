using MedtechBot.Consultations;

namespace MedtechBot.Coordination;

/// <summary>The coordinator in charge gives a ticket back, or loses it after having done nothing for too long.</summary>
public sealed class ReleaseTicket(ChangeTicket change, TimeProvider time)
{
    /// <param name="by">Null when the product itself does it.</param>
    /// <returns>Null when there is no such ticket.</returns>
    public Task<TicketChange?> HandleAsync(TicketNumber number, string? by, CancellationToken cancellation = default) =>
        change.HandleAsync(number, ticket => TicketRules.Release(ticket, by, time.GetUtcNow()), cancellation);
}
