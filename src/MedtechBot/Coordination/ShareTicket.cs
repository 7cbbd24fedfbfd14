using MedtechBot.Consultations;

namespace MedtechBot.Coordination;

/// <summary>Lets an expert read a ticket.</summary>
public sealed class ShareTicket(ChangeTicket change, TimeProvider time)
{
    /// <param name="with">An expert; the caller has made sure that there is one of that name.</param>
    /// <returns>Null when there is no such ticket.</returns>
    public Task<TicketChange?> HandleAsync(TicketNumber number, string by, string with, CancellationToken cancellation = default) =>
        change.HandleAsync(number, ticket => TicketRules.Share(ticket, by, with, time.GetUtcNow()), cancellation);
}
