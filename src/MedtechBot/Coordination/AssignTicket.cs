using MedtechBot.Consultations;

namespace MedtechBot.Coordination;

/// <summary>Puts somebody in charge, whoever was so far.</summary>
public sealed class AssignTicket(ChangeTicket change, TimeProvider time)
{
    /// <param name="to">A coordinator; the caller has made sure that there is one of that name.</param>
    /// <returns>Null when there is no such ticket.</returns>
    public Task<TicketChange?> HandleAsync(TicketNumber number, string by, string to, CancellationToken cancellation = default) =>
        change.HandleAsync(number, ticket => TicketRules.Assign(ticket, by, to, time.GetUtcNow()), cancellation);
}
