using MedtechBot.Consultations;

namespace MedtechBot.Coordination;

/// <summary>The asker says whether they want to be introduced; before that nothing is passed on.</summary>
public sealed class AnswerReferral(ChangeTicket change, TimeProvider time)
{
    /// <returns>Null when there is no such ticket.</returns>
    public Task<TicketChange?> HandleAsync(TicketNumber number, string referralId, bool isWanted, CancellationToken cancellation = default) =>
        change.HandleAsync(number, ticket => AskerRules.AnswerReferral(ticket, new ReferralAnswered(time.GetUtcNow(), referralId, isWanted)), cancellation);
}
