using MedtechBot.Consultations;

namespace MedtechBot.Coordination;

/// <summary>The asker says how it was.</summary>
public sealed class RateTicket(ChangeTicket change, TimeProvider time)
{
    /// <param name="stars">1 to 5.</param>
    /// <returns>Null when there is no such ticket.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Not 1 to 5 stars, or a comment beyond <see cref="TicketTexts.LongestComment"/>.</exception>
    public Task<TicketChange?> HandleAsync(TicketNumber number, int stars, string? comment, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(stars is >= 1 and <= 5, true);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(comment?.Length ?? 0, TicketTexts.LongestComment);
        return change.HandleAsync(number, ticket => AskerRules.Rate(ticket, stars, string.IsNullOrWhiteSpace(comment) ? null : comment, time.GetUtcNow()), cancellation);
    }
}
