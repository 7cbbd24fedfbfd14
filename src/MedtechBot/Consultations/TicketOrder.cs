using MedtechBot.Consultations.Routing;

namespace MedtechBot.Consultations;

/// <summary>
/// In which order a list of tickets stands, and where it goes on behind one of them. What is to be done stands by its promised day; then
/// come those whose asker has written; the more urgent before the others.
/// </summary>
internal static class TicketOrder
{
    private static readonly DateTimeOffset Never = new(9000, 1, 1, 0, 0, 0, TimeSpan.Zero);

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

    public static IQueryable<TicketRow> ByDueDay(this IQueryable<TicketRow> tickets, TicketRow? after)
    {
        var never = Never;
        string urgent = nameof(Urgency.Urgent), high = nameof(Urgency.High), low = nameof(Urgency.Low);
        var places = tickets.Select(t => new
        {
            Row = t,
            Due = t.DueAt ?? never,
            Group = t.DueAt == null && t.AskerWroteAt == null ? 1 : 0,
            Rank = t.Urgency == urgent ? 0 : t.Urgency == high ? 1 : t.Urgency == low ? 3 : 2,
        });
        if (after is not null)
        {
            var (number, from, due) = (after.Number, after.OpenedAt, after.DueAt ?? never);
            var group = after.DueAt is null && after.AskerWroteAt is null ? 1 : 0;
            var rank = after.Urgency == urgent ? 0 : after.Urgency == high ? 1 : after.Urgency == low ? 3 : 2;
            places = places.Where(p => p.Due > due || (p.Due == due && (p.Group > group || (p.Group == group && (p.Rank > rank
                || (p.Rank == rank && (p.Row.OpenedAt > from || (p.Row.OpenedAt == from && string.Compare(p.Row.Number, number) > 0))))))));
        }
        return places.OrderBy(p => p.Due).ThenBy(p => p.Group).ThenBy(p => p.Rank).ThenBy(p => p.Row.OpenedAt).ThenBy(p => p.Row.Number).Select(p => p.Row);
    }
}
