using MedtechBot.Consultations.Routing;

namespace MedtechBot.Consultations;

/// <summary>In which order a list of tickets stands, and where it goes on behind one of them; every order has its index.</summary>
internal static class TicketOrder
{
    private static readonly long Undated = new DateTime(9000, 1, 1, 0, 0, 0, DateTimeKind.Utc).Ticks;

    public static IQueryable<TicketRow> ByArrival(this IQueryable<TicketRow> tickets, TicketRow? after, bool newestFirst)
    {
        if (after is not null)
        {
            var (number, from) = (after.Number, after.OpenedAt);
            tickets = newestFirst
                ? tickets.Where(t => t.OpenedAt < from || (t.OpenedAt == from && string.Compare(t.Number, number) < 0))
                : tickets.Where(t => t.OpenedAt > from || (t.OpenedAt == from && string.Compare(t.Number, number) > 0));
        }
        return newestFirst
            ? tickets.OrderByDescending(t => t.OpenedAt).ThenByDescending(t => t.Number)
            : tickets.OrderBy(t => t.OpenedAt).ThenBy(t => t.Number);
    }

    public static IQueryable<TicketRow> ByPlace(this IQueryable<TicketRow> tickets, TicketRow? after)
    {
        if (after is not null)
        {
            var (number, from, place) = (after.Number, after.OpenedAt, after.Place);
            tickets = tickets.Where(t => t.Place > place || (t.Place == place && (t.OpenedAt > from || (t.OpenedAt == from && string.Compare(t.Number, number) > 0))));
        }
        return tickets.OrderBy(t => t.Place).ThenBy(t => t.OpenedAt).ThenBy(t => t.Number);
    }

    /// <summary>By the promised day; then those whose asker has written; then the others; the more urgent before the less.</summary>
    public static long PlaceOf(TicketRow row)
    {
        // Promised days end at a full minute, so that the last digit is free.
        var day = row.DueAt?.UtcTicks ?? (Undated + (row.AskerWroteAt is null ? 10 : 0));
        return day + row.Urgency switch
        {
            nameof(Urgency.Urgent) => 0,
            nameof(Urgency.High) => 1,
            nameof(Urgency.Low) => 3,
            _ => 2,
        };
    }
}
