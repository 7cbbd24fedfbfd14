using MedtechBot.Consultations;

namespace MedtechBot.Coordination;

/// <summary>Passes a ticket on to another organisation or city, and writes down each of the nine steps.</summary>
public sealed class ReferTicket(ChangeTicket change, TimeProvider time)
{
    public const int LongestName = 200;
    public const int LongestReason = 2_000;

    /// <param name="referralId">Random, made with the form: sending it twice refers once.</param>
    /// <param name="seenVersion">The version the coordinator had before their eyes; null when they saw none.</param>
    /// <returns>Null when there is no such ticket.</returns>
    /// <exception cref="ArgumentException">Name or reason is empty or too long, or the id is none.</exception>
    public Task<TicketChange?> HandleAsync(TicketNumber number, string by, string referralId, string to, string reason, int? seenVersion, CancellationToken cancellation = default)
    {
        TicketTexts.Check(to, LongestName);
        TicketTexts.Check(reason, LongestReason);
        TicketTexts.CheckId(referralId);
        var referred = new TicketReferred(time.GetUtcNow(), by, referralId, to, reason);
        return change.HandleAsync(number, ticket => TicketRules.Refer(ticket, referred, seenVersion), cancellation);
    }

    /// <summary>The next of the nine steps was made.</summary>
    /// <returns>Null when there is no such ticket.</returns>
    public Task<TicketChange?> AdvanceAsync(TicketNumber number, string by, string referralId, ReferralStep step, string? note, CancellationToken cancellation = default) =>
        change.HandleAsync(number, ticket => TicketRules.Advance(ticket, new ReferralAdvanced(time.GetUtcNow(), by, referralId, step, Short(note))), cancellation);

    /// <param name="candidate">Who declined; null gives the whole referral up.</param>
    /// <returns>Null when there is no such ticket.</returns>
    /// <exception cref="ArgumentException">The reason is empty or too long.</exception>
    public Task<TicketChange?> DeclineAsync(TicketNumber number, string by, string referralId, string? candidate, string reason, CancellationToken cancellation = default)
    {
        TicketTexts.Check(reason, LongestReason);
        return change.HandleAsync(number, ticket => TicketRules.Decline(ticket, new ReferralDeclined(time.GetUtcNow(), by, referralId, Short(candidate), reason)), cancellation);
    }

    private static string? Short(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Length <= LongestReason ? text : text[..LongestReason];
}
