using MedtechBot.Consultations;
using MedtechBot.Deliveries.Mail;

namespace MedtechBot.Coordination.Notices;

/// <summary>Which events somebody at the desk must hear of, wherever they are.</summary>
public static class DeskNews
{
    public static TicketNews By(MailOptions mail) => (ticket, happened) =>
        mail.IsMailEnabled ? Of(ticket, happened).Select(n => n.ToOutbox(ticket.Version)) : [];

    /// <param name="ticket">As the event left it.</param>
    public static IEnumerable<DeskNotice> Of(Ticket ticket, TicketEvent happened)
    {
        var number = ticket.Number.Value;
        return happened switch
        {
            TicketOpened => [new(number, DeskNoticeKind.Opened)],
            TicketReleased { By: null } taken => [new(number, DeskNoticeKind.TakenAway, taken.From), new(number, DeskNoticeKind.Released, By: taken.From)],
            TicketReleased released => [new(number, DeskNoticeKind.Released, By: released.By)],
            TicketAssigned assigned => Assigned(ticket, assigned),
            TicketShared shared => [new(number, DeskNoticeKind.Shared, shared.With, shared.By)],
            AskerWrote when IsFirstWord(ticket) => [new(number, DeskNoticeKind.AskerWrote)],
            SolutionConfirmed { IsSolved: false } => [new(number, DeskNoticeKind.NotSolved)],
            ReferralAnswered => [new(number, DeskNoticeKind.ReferralAnswered)],
            TicketWithdrawn => [new(number, DeskNoticeKind.Withdrawn)],
            NoteWritten note when ticket.Holder is { } holder && holder != note.By => [new(number, DeskNoticeKind.NoteWritten, holder, note.By)],
            HolderReminded => [new(number, DeskNoticeKind.DueSoon)],
            PromiseMissed => [new(number, DeskNoticeKind.Missed)],
            TicketWentStale => [new(number, ticket.Status == TicketStatus.Waiting ? DeskNoticeKind.NoAnswer : DeskNoticeKind.Stale)],
            _ => [],
        };
    }

    private static IEnumerable<DeskNotice> Assigned(Ticket ticket, TicketAssigned assigned)
    {
        yield return new DeskNotice(ticket.Number.Value, DeskNoticeKind.Assigned, assigned.To, assigned.By);
        var before = ticket.History.SkipLast(1).LastOrDefault(e => e is TicketTaken or TicketAssigned or TicketReleased) switch
        {
            TicketTaken taken => taken.By,
            TicketAssigned earlier => earlier.To,
            _ => null,
        };
        if (before is not null)
        {
            yield return new DeskNotice(ticket.Number.Value, DeskNoticeKind.HandedOn, before, assigned.By);
        }
    }

    // Whoever writes in several messages is announced once, until somebody at the desk has done something.
    private static bool IsFirstWord(Ticket ticket) => ticket.History.SkipLast(1)
        .LastOrDefault(e => e is AskerWrote or ReplyWritten or AskedBack or TicketTaken or TicketAssigned or TicketReleased or TicketClosed or TicketReopened
            || (e is NoteWritten note && note.By == ticket.Holder)) is not AskerWrote;
}
