using MedtechBot.Consultations.Promises;

namespace MedtechBot.Consultations;

/// <summary>What was promised for a ticket, read from its history.</summary>
public static class TicketPromise
{
    /// <summary>Null where nothing was promised: tickets of before there were promises.</summary>
    public static PromiseStanding? Standing(this Ticket ticket, DateTimeOffset now, BusinessCalendar calendar, PromiseTerms terms) =>
        ticket.Route is { } route
            ? new Promise(ticket.OpenedAt, route.ReplyDays).At(now, calendar, terms, ticket.Waited(), ticket.FirstReplyAt ?? ticket.ClosedAt)
            : null;

    /// <summary>When the asker was waited for.</summary>
    public static IReadOnlyList<Waiting> Waited(this Ticket ticket)
    {
        var waited = new List<Waiting>();
        foreach (var happened in ticket.History)
        {
            var isWaiting = waited is [.., { Until: null }];
            if (happened is AskedBack && !isWaiting)
            {
                waited.Add(new Waiting(happened.At, null));
            }
            else if (isWaiting && happened is AskerWrote or ReplyWritten or TicketClosed or TicketWithdrawn && isWaiting)
            {
                waited[^1] = waited[^1] with { Until = happened.At };
            }
        }
        return waited;
    }
}
