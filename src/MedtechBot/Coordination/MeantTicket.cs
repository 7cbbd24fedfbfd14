using MedtechBot.Consultations;

namespace MedtechBot.Coordination;

/// <summary>Which of an asker's tickets a message in the chat is meant for, as pure functions. None: the bot answers.</summary>
internal static class MeantTicket
{
    /// <param name="own">The tickets of the conversation.</param>
    /// <param name="lastSaidOf">The ticket that the message before this one was about; null when it was about none.</param>
    public static Ticket? Of(IReadOnlyList<Ticket> own, string text, string? lastSaidOf, DateTimeOffset now)
    {
        var meant = own.Where(t => IsInCharge(t) || (MayGoOn(t, now) && IsAbout(t, text, lastSaidOf))).ToList();
        // Who answers, answers what was last said to them; otherwise whoever spoke last, since to the others it may be no business of theirs.
        return meant.FirstOrDefault(t => t.Number.Value == lastSaidOf) ?? meant.MaxBy(LastWord);
    }

    /// <summary>A person has it in hand, or has spoken in it.</summary>
    public static bool IsInCharge(Ticket ticket) => !ticket.IsClosed && (ticket.Holder is not null || ticket.FirstReplyAt is not null || ticket.Status == TicketStatus.Waiting);

    // Whoever took it back has said that it is over.
    private static bool MayGoOn(Ticket ticket, DateTimeOffset now) =>
        ticket.ClosedAt is { } closed && now - closed <= AskerRules.ReopensWithin && ticket.Outcome != TicketOutcome.Withdrawn;

    // Told that the ticket was closed they may answer that; once the bot has answered something else, only plain words lead back.
    private static bool IsAbout(Ticket ticket, string text, string? lastSaidOf) =>
        SaidAfterClosing.GoesOn(text)
        || (lastSaidOf == ticket.Number.Value && !SaidAfterClosing.IsQuestion(text) && ticket.History.LastOrDefault(e => e is TicketClosed or SolutionConfirmed) is TicketClosed);

    private static (DateTimeOffset Spoken, DateTimeOffset Begun) LastWord(Ticket ticket) =>
        (ticket.History.LastOrDefault(e => e is ReplyWritten or AskedBack or TicketClosed)?.At ?? DateTimeOffset.MinValue,
            ticket.History.LastOrDefault(e => e is TicketTaken or TicketAssigned)?.At ?? DateTimeOffset.MinValue);
}
