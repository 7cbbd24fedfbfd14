using MedtechBot.Consultations;

namespace MedtechBot.Coordination;

/// <summary>The asker takes a ticket back.</summary>
public sealed class WithdrawTicket(ChangeTicket change, TimeProvider time)
{
    /// <returns>Null when there is no such ticket.</returns>
    public Task<TicketChange?> HandleAsync(TicketNumber number, CancellationToken cancellation = default) =>
        change.HandleAsync(number, ticket => AskerRules.Withdraw(ticket, time.GetUtcNow()), cancellation);
}
