namespace MedtechBot.Consultations;

/// <summary>
/// Who may read a ticket and where its asker is reached, as pure functions. What protects the asker can be done at any time, also to a
/// closed ticket; only somebody else's stays theirs.
/// </summary>
public static class ReaderRules
{
    public static TicketDecision Unshare(Ticket ticket, string by, string with, DateTimeOffset at) =>
        !ticket.SharedWith.Contains(with) ? TicketDecision.Nothing : Unless(ticket, by, new TicketUnshared(at, by, with));

    /// <summary>There is no way back: what was secret once is not opened by a click.</summary>
    /// <param name="by">Null for the asker.</param>
    public static TicketDecision MarkConfidential(Ticket ticket, string? by, DateTimeOffset at) =>
        ticket.Details.IsConfidential ? TicketDecision.Nothing : Unless(ticket, by, new MarkedConfidential(at, by));

    /// <param name="by">Null for the asker.</param>
    /// <param name="email">Null for no mail any more.</param>
    public static TicketDecision ChangeEmail(Ticket ticket, string? by, string? email, DateTimeOffset at) =>
        ticket.Email == email ? TicketDecision.Nothing : Unless(ticket, by, new AskerEmailChanged(at, by, email));

    private static TicketDecision Unless(Ticket ticket, string? by, TicketEvent happens) =>
        by is not null && ticket.Holder is { } holder && holder != by
            ? new TicketDecision(null, new Refusal(RefusalReason.HeldByOther, holder))
            : new TicketDecision(happens, null);
}
