using MedtechBot.Consultations;

namespace MedtechBot.Coordination;

/// <summary>The asker says whether the reply settled the matter.</summary>
public sealed class ConfirmSolution(ChangeTicket change, TimeProvider time)
{
    /// <returns>Null when there is no such ticket.</returns>
    public Task<TicketChange?> HandleAsync(TicketNumber number, bool isSolved, CancellationToken cancellation = default) =>
        change.HandleAsync(number, ticket => AskerRules.Confirm(ticket, isSolved, time.GetUtcNow()), cancellation);
}
