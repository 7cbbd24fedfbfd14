using MedtechBot.Consultations.Promises;

namespace MedtechBot.Consultations;

/// <summary>What was promised for a ticket, and what becomes of one that stands still, read from its history.</summary>
public static class TicketPromise
{
    /// <summary>Null where nothing was promised: tickets of before there were promises.</summary>
    public static PromiseStanding? Standing(this Ticket ticket, DateTimeOffset now, BusinessCalendar calendar, PromiseTerms terms) =>
        ticket.Route is { } route
            ? new Promise(ticket.OpenedAt, route.ReplyDays, route.Promised).At(now, calendar, terms, ticket.Waited(), ticket.FirstReplyAt ?? ticket.ClosedAt)
            : null;

    /// <summary>When the clock stood still: the asker was waited for, or the matter was settled and came back.</summary>
    public static IReadOnlyList<Waiting> Waited(this Ticket ticket) =>
        [.. ticket.Phases().Where(p => p.Move is MoveOf.Asker or MoveOf.Nobody).Select(p => new Waiting(p.From, p.Until))];

    /// <summary>What is to be done about a ticket with which nothing happens, in the order of time.</summary>
    /// <param name="promise">As long as a first reply is promised to a ticket that nobody holds, the promise looks after it.</param>
    public static IReadOnlyList<PromiseStep> StaleSteps(this Ticket ticket, PromiseStanding? promise, BusinessCalendar calendar, PromiseTerms terms)
    {
        var phase = ticket.Phases()[^1];
        return (phase.Move, ticket) switch
        {
            (MoveOf.Asker or MoveOf.Elsewhere, _) => [Step(PromiseAction.FlagStale, terms.WaitingAfter)],
            (MoveOf.Desk, { Holder: null }) when promise is { Steps.Count: > 0 } => [],
            (MoveOf.Desk, { Holder: not null, Status: TicketStatus.InProgress or TicketStatus.Checking }) =>
                [Step(PromiseAction.FlagStale, terms.StaleAfter), Step(PromiseAction.Reassign, terms.ReassignAfter)],
            (MoveOf.Desk, _) => [Step(PromiseAction.FlagStale, terms.StaleAfter)],
            _ => [],
        };

        PromiseStep Step(PromiseAction action, int days) => Staleness.Step(action, phase.LastDone, days, calendar, terms);
    }

    /// <summary>Since when it has been marked as standing still; null when it has not, or when something was done since.</summary>
    public static DateTimeOffset? StaleAt(this Ticket ticket) =>
        ticket.Phases()[^1] is { Move: not MoveOf.Nobody } phase && ticket.History.OfType<TicketWentStale>().LastOrDefault() is { } stale && stale.At > phase.LastDone ? stale.At : null;
}
