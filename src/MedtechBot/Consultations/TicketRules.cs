namespace MedtechBot.Consultations;

/// <summary>
/// What coordinators may do to a ticket, as pure functions. Doing what is already done changes nothing and is no error;
/// everything else that cannot be done is refused by the one rule at the end, with the reason.
/// </summary>
public static class TicketRules
{
    public static TicketDecision Take(Ticket ticket, string by, DateTimeOffset at)
    {
        if (ticket.Status != TicketStatus.Completed && ticket.Holder == by)
        {
            return TicketDecision.Nothing;
        }
        // Who takes a ticket has no text to lose: only the holder matters, not the version seen.
        return Refuse(ticket, by, ticket.Version, needsHolder: false) ?? new TicketDecision(new TicketTaken(at, by), null);
    }

    /// <param name="seenVersion">The version the coordinator had before their eyes while writing.</param>
    public static TicketDecision Reply(Ticket ticket, string by, string replyId, string text, int seenVersion, DateTimeOffset at)
    {
        if (ticket.History.OfType<ReplyWritten>().Any(r => r.ReplyId == replyId && r.By == by))
        {
            return TicketDecision.Nothing;
        }
        return Refuse(ticket, by, seenVersion, needsHolder: true) ?? new TicketDecision(new ReplyWritten(at, by, replyId, text), null);
    }

    public static TicketDecision Close(Ticket ticket, string by, int seenVersion, DateTimeOffset at)
    {
        if (ticket.Status == TicketStatus.Completed && ticket.History[^1] is TicketClosed closed && closed.By == by)
        {
            return TicketDecision.Nothing;
        }
        return Refuse(ticket, by, seenVersion, needsHolder: true) ?? new TicketDecision(new TicketClosed(at, by), null);
    }

    private static TicketDecision? Refuse(Ticket ticket, string by, int seenVersion, bool needsHolder) => ticket switch
    {
        { Status: TicketStatus.Completed } => new(null, new Refusal(RefusalReason.Completed, ticket.Holder)),
        { Holder: { } holder } when holder != by => new(null, new Refusal(RefusalReason.HeldByOther, holder)),
        { Holder: null } when needsHolder => new(null, new Refusal(RefusalReason.NotTaken, null)),
        _ when ticket.Version != seenVersion => new(null, new Refusal(RefusalReason.ChangedMeanwhile, ticket.Holder)),
        _ => null,
    };
}

/// <summary>What is to happen, or why it may not; neither when it has happened already.</summary>
public sealed record TicketDecision(TicketEvent? Happens, Refusal? Refused)
{
    public static TicketDecision Nothing { get; } = new(null, null);
}

public enum RefusalReason { Completed, HeldByOther, NotTaken, ChangedMeanwhile }

/// <param name="Holder">The coordinator in charge, if there is one.</param>
public sealed record Refusal(RefusalReason Reason, string? Holder);
