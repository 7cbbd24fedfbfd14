using MedtechBot.Consultations;

namespace MedtechBot.Coordination;

/// <summary>Somebody looks whether everything is there, before anybody is in charge.</summary>
public sealed class StartCheck(ChangeTicket change, TimeProvider time)
{
    /// <returns>Null when there is no such ticket.</returns>
    public Task<TicketChange?> HandleAsync(TicketNumber number, string by, CancellationToken cancellation = default) =>
        change.HandleAsync(number, ticket => TicketRules.StartCheck(ticket, by, time.GetUtcNow()), cancellation);
}
