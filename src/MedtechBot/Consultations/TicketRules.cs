using MedtechBot.Consultations.Routing;

namespace MedtechBot.Consultations;

/// <summary>
/// What coordinators may do to a ticket, as pure functions. Doing what is already done changes nothing and is no error;
/// everything else that cannot be done is refused by the one rule at the end, with the reason.
/// </summary>
public static class TicketRules
{
    private enum Holds { Nobody, Anybody, Self }

    public static TicketDecision StartCheck(Ticket ticket, string by, DateTimeOffset at) =>
        ticket.Status == TicketStatus.Checking ? TicketDecision.Nothing
        : Decide(ticket, by, null, Holds.Nobody, ticket.Status == TicketStatus.Received, new CheckStarted(at, by));

    public static TicketDecision Take(Ticket ticket, string by, DateTimeOffset at) =>
        // Who takes a ticket has no text to lose: only the holder matters, not the version seen.
        !ticket.IsClosed && ticket.Holder == by ? TicketDecision.Nothing
        : Decide(ticket, by, null, Holds.Nobody, true, new TicketTaken(at, by));

    /// <summary>Hands it to somebody, also somebody else's: whoever does is in the history.</summary>
    public static TicketDecision Assign(Ticket ticket, string by, string to, DateTimeOffset at) =>
        !ticket.IsClosed && ticket.Holder == to ? TicketDecision.Nothing
        : Decide(ticket, by, null, Holds.Anybody, true, new TicketAssigned(at, by, to));

    public static TicketDecision Release(Ticket ticket, string? by, DateTimeOffset at) =>
        ticket is { IsClosed: false, Holder: null } ? TicketDecision.Nothing
        : Decide(ticket, by ?? ticket.Holder ?? "", null, Holds.Self, true, new TicketReleased(at, by, ticket.Holder ?? ""));

    /// <param name="reply">By the coordinator in charge.</param>
    /// <param name="seenVersion">The version the coordinator had before their eyes while writing; null when they saw none.</param>
    public static TicketDecision Reply(Ticket ticket, ReplyWritten reply, int? seenVersion) =>
        ticket.History.OfType<ReplyWritten>().Any(r => r.ReplyId == reply.ReplyId && r.By == reply.By) ? TicketDecision.Nothing
        : Decide(ticket, reply.By, seenVersion, Holds.Self, true, reply);

    /// <summary>Asks the asker for what is missing; the promise waits as long as they do not answer.</summary>
    public static TicketDecision AskBack(Ticket ticket, AskedBack question, int? seenVersion) =>
        ticket.History.OfType<AskedBack>().Any(q => q.ReplyId == question.ReplyId && q.By == question.By) ? TicketDecision.Nothing
        : Decide(ticket, question.By, seenVersion, Holds.Self, true, question);

    /// <summary>Notes may be written by anybody who may read the ticket, and to closed ones as well.</summary>
    public static TicketDecision Note(Ticket ticket, NoteWritten note) =>
        ticket.History.OfType<NoteWritten>().Any(n => n.NoteId == note.NoteId && n.By == note.By) ? TicketDecision.Nothing : new TicketDecision(note, null);

    public static TicketDecision Share(Ticket ticket, string by, string with, DateTimeOffset at) =>
        ticket.SharedWith.Contains(with) ? TicketDecision.Nothing
        : Decide(ticket, by, null, Holds.Self, true, new TicketShared(at, by, with));

    public static TicketDecision Refer(Ticket ticket, TicketReferred referred, int? seenVersion) =>
        ticket.Referrals.Any(r => r.Id == referred.ReferralId) ? TicketDecision.Nothing
        : ticket.Details.NamedCompetitors.Any(c => CompetitorTie.Is(c, [referred.To])) ? new TicketDecision(null, new Refusal(RefusalReason.NamedCompetitor, ticket.Holder))
        : Decide(ticket, referred.By, seenVersion, Holds.Self, !ticket.Referrals.Any(r => r.IsOpen && r.To == referred.To), referred);

    /// <summary>Steps come one after the other, what rests on consent with a word on it; the same one twice is nothing new.</summary>
    public static TicketDecision Advance(Ticket ticket, ReferralAdvanced advanced)
    {
        var referral = ticket.Referrals.FirstOrDefault(r => r.Id == advanced.ReferralId);
        return referral?.Step == advanced.Step ? TicketDecision.Nothing
            : referral?.Next == advanced.Step && Referral.NeedsConsent(advanced.Step) && advanced.Note is null ? new TicketDecision(null, new Refusal(RefusalReason.ConsentMissing, ticket.Holder))
            : Decide(ticket, advanced.By, null, Holds.Self, referral?.Next == advanced.Step, advanced);
    }

    public static TicketDecision Decline(Ticket ticket, ReferralDeclined declined)
    {
        var referral = ticket.Referrals.FirstOrDefault(r => r.Id == declined.ReferralId);
        var isKnown = declined.Candidate is { } candidate ? referral?.Declined.Any(d => d.Candidate == candidate) == true : referral?.CameToNothing is not null;
        return isKnown ? TicketDecision.Nothing
            : Decide(ticket, declined.By, null, Holds.Self, referral is { IsOpen: true } && (declined.Candidate is null || referral.Step >= ReferralStep.CandidatesSought), declined);
    }

    public static TicketDecision Close(Ticket ticket, string by, TicketOutcome outcome, int? seenVersion, DateTimeOffset at) =>
        ticket.IsClosed && ticket.History.LastOrDefault(e => e is TicketClosed) is TicketClosed closed && closed.By == by && (closed.Outcome ?? TicketOutcome.Answered) == outcome
            ? TicketDecision.Nothing
            : Decide(ticket, by, seenVersion, Holds.Self, CanEndAs(ticket, outcome), new TicketClosed(at, by, outcome), RefusalReason.NoReplyYet);

    /// <summary>Whether that would be true of it: nothing is answered without a reply, and nobody introduced who was told of nobody.</summary>
    public static bool CanEndAs(Ticket ticket, TicketOutcome outcome) => outcome switch
    {
        TicketOutcome.Answered => ticket.FirstReplyAt is not null,
        TicketOutcome.Introduced or TicketOutcome.Referred => ticket.FirstReplyAt is not null || ticket.Referrals.Count > 0,
        _ => true,
    };

    /// <summary>A closed ticket goes on, for example since it was closed by mistake.</summary>
    public static TicketDecision Reopen(Ticket ticket, string by, string? reason, DateTimeOffset at) =>
        ticket.IsClosed ? new TicketDecision(new TicketReopened(at, by, reason), null) : TicketDecision.Nothing;

    private static TicketDecision Decide(Ticket ticket, string by, int? seenVersion, Holds holds, bool isNext, TicketEvent happens, RefusalReason otherwise = RefusalReason.NotNow)
    {
        RefusalReason? reason = ticket switch
        {
            { IsClosed: true } => RefusalReason.Completed,
            { Holder: { } holder } when holds != Holds.Anybody && holder != by => RefusalReason.HeldByOther,
            { Holder: null } when holds == Holds.Self => RefusalReason.NotTaken,
            _ when seenVersion is { } seen && ticket.Version != seen => RefusalReason.ChangedMeanwhile,
            _ when !isNext => otherwise,
            _ => null,
        };
        return reason is { } refused ? new TicketDecision(null, new Refusal(refused, ticket.Holder)) : new TicketDecision(happens, null);
    }
}
