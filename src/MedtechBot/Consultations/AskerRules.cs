namespace MedtechBot.Consultations;

/// <summary>What askers may do to their own ticket, as pure functions. Who the asker is was checked before.</summary>
public static class AskerRules
{
    /// <summary>How long after closing an asker's message goes on with the same ticket.</summary>
    public static readonly TimeSpan ReopensWithin = TimeSpan.FromDays(60);

    public static TicketDecision Write(Ticket ticket, AskerWrote wrote) =>
        ticket.History.OfType<AskerWrote>().Any(w => w.MessageId == wrote.MessageId) ? TicketDecision.Nothing
        : IsTooLate(ticket, wrote.At) ? TooLate(ticket)
        : new TicketDecision(wrote, null);

    public static TicketDecision Withdraw(Ticket ticket, DateTimeOffset at) =>
        ticket.Outcome == TicketOutcome.Withdrawn ? TicketDecision.Nothing
        : ticket.IsClosed ? new TicketDecision(null, new Refusal(RefusalReason.Completed, ticket.Holder))
        : new TicketDecision(new TicketWithdrawn(at), null);

    /// <summary>Whether there is something to judge: a reply, or that a coordinator ended it without one.</summary>
    public static bool MayJudge(Ticket ticket) =>
        ticket.Outcome != TicketOutcome.Withdrawn && (ticket.FirstReplyAt is not null || ticket.History.Any(e => e is TicketClosed));

    /// <summary>Solved closes it; not solved opens it again.</summary>
    public static TicketDecision Confirm(Ticket ticket, bool isSolved, DateTimeOffset at) =>
        ticket.History.LastOrDefault(e => e is SolutionConfirmed or ReplyWritten or AskerWrote) is SolutionConfirmed last && last.IsSolved == isSolved ? TicketDecision.Nothing
        : !MayJudge(ticket) ? new TicketDecision(null, new Refusal(RefusalReason.NotNow, ticket.Holder))
        : IsTooLate(ticket, at) ? TooLate(ticket)
        : new TicketDecision(new SolutionConfirmed(at, isSolved), null);

    /// <summary>The last rating counts.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not 1 to 5 stars.</exception>
    public static TicketDecision Rate(Ticket ticket, int stars, string? comment, DateTimeOffset at)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(stars is >= 1 and <= 5, true);
        return ticket.History.OfType<TicketRated>().LastOrDefault() is { } last && last.Stars == stars && last.Comment == comment ? TicketDecision.Nothing
            : !MayJudge(ticket) ? new TicketDecision(null, new Refusal(RefusalReason.NotNow, ticket.Holder))
            : new TicketDecision(new TicketRated(at, stars, comment), null);
    }

    /// <summary>A yes lets the matter be passed on. A no ends the introduction, also later, until the two are in contact.</summary>
    public static TicketDecision AnswerReferral(Ticket ticket, ReferralAnswered answered) =>
        ticket.Referrals.FirstOrDefault(r => r.Id == answered.ReferralId) switch
        {
            { CameToNothing: not null } when !answered.IsWanted => TicketDecision.Nothing,
            { Step: ReferralStep.WishesConfirmed, CameToNothing: null } when answered.IsWanted => TicketDecision.Nothing,
            { IsOpen: true } referral when !ticket.IsClosed && (answered.IsWanted ? referral.Step == ReferralStep.Selected : referral.Step < ReferralStep.Contacted) =>
                new TicketDecision(answered, null),
            _ => new TicketDecision(null, new Refusal(RefusalReason.NotNow, ticket.Holder)),
        };

    private static bool IsTooLate(Ticket ticket, DateTimeOffset at) => ticket.ClosedAt is { } closed && at - closed > ReopensWithin;

    private static TicketDecision TooLate(Ticket ticket) => new(null, new Refusal(RefusalReason.TooLate, ticket.Holder));
}
