using MedtechBot.Consultations;

namespace MedtechBot.AskerData;

/// <summary>
/// What of a ticket's history is handed out to its asker: all they wrote, all that was written to them, who was given it to read, and how
/// it went on. The names and reasons of others, like those of candidates who declined, are not theirs.
/// </summary>
internal static class KeptEvents
{
    /// <returns>Null for what the desk writes down for itself.</returns>
    public static KeptEvent? Of(TicketEvent happened) => happened switch
    {
        TicketOpened opened => new(opened.At, "opened", Text: opened.Summary, Email: opened.Email),
        TicketRouted routed => new(routed.At, "routed", To: routed.Desk),
        CheckStarted check => new(check.At, "check", check.By),
        TicketTaken taken => new(taken.At, "taken", taken.By),
        TicketAssigned assigned => new(assigned.At, "assigned", assigned.By, To: assigned.To),
        TicketReleased released => new(released.At, "released", released.By),
        ReplyWritten reply => new(reply.At, "reply", reply.By, reply.Text),
        AskedBack asked => new(asked.At, "asked-back", asked.By, asked.Text),
        AskerWrote wrote => new(wrote.At, "asker-wrote", Text: wrote.Text),
        TicketShared shared => new(shared.At, "shared", shared.By, To: shared.With),
        TicketUnshared unshared => new(unshared.At, "unshared", unshared.By, To: unshared.With),
        MarkedConfidential marked => new(marked.At, "confidential", marked.By),
        AskerEmailChanged changed => new(changed.At, "email", changed.By, Email: changed.Email),
        TicketReferred referred => new(referred.At, "referred", referred.By, referred.Reason, To: referred.To),
        ReferralAnswered answered => new(answered.At, answered.IsWanted ? "referral-wanted" : "referral-not-wanted"),
        ReferralAdvanced advanced => new(advanced.At, "referral", advanced.By, $"{(int)advanced.Step} {advanced.Step}"),
        ReferralDeclined declined => new(declined.At, declined.Candidate is null ? "referral-ended" : "referral-candidate-declined", declined.By),
        TicketClosed closed => new(closed.At, "closed", closed.By, (closed.Outcome ?? TicketOutcome.Answered).Code()),
        TicketReopened reopened => new(reopened.At, "reopened", reopened.By),
        TicketWithdrawn withdrawn => new(withdrawn.At, "withdrawn"),
        SolutionConfirmed confirmed => new(confirmed.At, confirmed.IsSolved ? "solved" : "not-solved"),
        TicketRated rated => new(rated.At, "rated", Text: $"{rated.Stars} {rated.Comment}".TrimEnd()),
        _ => null,
    };
}
