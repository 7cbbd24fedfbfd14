using MedtechBot.Deliveries;
using MedtechBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace MedtechBot.Consultations;

/// <summary>Which tickets a list shows.</summary>
public enum TicketView { Open, Mine, Unassigned, Overdue, Stale, Waiting, Closed, All }

/// <param name="Words">Anywhere in a ticket; of confidential ones only in those the reader sees in full.</param>
/// <param name="After">Goes on behind this ticket.</param>
public sealed record TicketQuery(TicketReader Reader, TicketView View = TicketView.Open)
{
    public const int LongestWords = 100;

    public string? Region { get; init; }
    /// <summary>The code of a topic, or its name.</summary>
    public string? Topic { get; init; }
    public string? Words { get; init; }
    public TicketNumber? After { get; init; }

    /// <summary>Only those that may serve as a model for others.</summary>
    public bool ToLearnFrom { get; init; }

    /// <summary>Only of these numbers; null for any.</summary>
    internal IReadOnlyList<string>? Among { get; init; }

    /// <summary>Whatever is due: for whoever goes through all of them, since nothing moves in this order meanwhile.</summary>
    public bool InOrderOfArrival { get; init; }

    /// <summary>At most so many, 1 to 200.</summary>
    public int Limit { get; init; } = 200;

    /// <summary>Those the reader may know of.</summary>
    internal static IQueryable<TicketRow> InReach(MedtechBotContext context, TicketReader reader)
    {
        var name = reader.Name;
        return reader.Reach == TicketReach.Shared
            ? context.Set<TicketRow>().Where(t => context.Set<TicketShareRow>().Any(s => s.Person == name && s.Number == t.Number))
            : context.Set<TicketRow>();
    }

    /// <param name="found">Where the words stand; null when there are none.</param>
    internal async Task<IReadOnlyList<TicketLine>> ListAsync(MedtechBotContext context, FoundWords? found, DateTimeOffset now, CancellationToken cancellation)
    {
        if (found is { ByNumber: [], ByText: [] })
        {
            return [];
        }
        var name = Reader.Name;
        var shares = context.Set<TicketShareRow>().Where(s => s.Person == name);
        var tickets = InReach(context, Reader);
        tickets = View switch
        {
            TicketView.Open => tickets.Where(t => t.ClosedAt == null),
            TicketView.Mine => tickets.Where(t => t.ClosedAt == null && t.Holder == name),
            TicketView.Unassigned => tickets.Where(t => t.ClosedAt == null && t.Holder == null),
            TicketView.Overdue => tickets.Where(t => t.ClosedAt == null && t.DueAt < now),
            TicketView.Stale => tickets.Where(t => t.ClosedAt == null && t.StaleAt != null),
            TicketView.Waiting => tickets.Where(t => t.Status == TicketStatus.Waiting),
            TicketView.Closed => tickets.Where(t => t.ClosedAt != null),
            _ => tickets,
        };
        if (ToLearnFrom)
        {
            tickets = tickets.MayBeLearnedFrom();
        }
        if (Among is { } among)
        {
            string[] numbers = [.. among];
            tickets = tickets.Where(t => EF.Parameter(numbers).Contains(t.Number));
        }
        if (Region is { } region)
        {
            tickets = tickets.Where(t => t.Region == region);
        }
        if (Topic is { } topic)
        {
            tickets = tickets.Where(t => t.Topic == topic);
        }
        if (found is not null)
        {
            var mayReadAll = Reader.Reach == TicketReach.Everything;
            var (byNumber, byText) = (found.ByNumber, found.ByText);
            var readable = tickets.Where(t => (mayReadAll || !t.IsConfidential || t.Holder == name || shares.Any(s => s.Number == t.Number)) && EF.Parameter(byText).Contains(t.Number));
            // Rarely a number is looked for, which anybody may know who sees the ticket in a list.
            tickets = byNumber.Length == 0 ? readable : tickets.Where(t => EF.Parameter(byNumber).Contains(t.Number) || readable.Any(r => r.Number == t.Number));
        }
        var after = After is { } last ? await InReach(context, Reader).AsNoTracking().SingleOrDefaultAsync(t => t.Number == last.Value, cancellation) : null;
        var isNewestFirst = View is TicketView.Closed or TicketView.All;
        var ordered = isNewestFirst || InOrderOfArrival ? tickets.ByArrival(after, isNewestFirst) : tickets.ByPlace(after);
        var undelivered = context.Set<OutboxRow>().Where(Undelivered.IsNotable);
        var rows = await ordered.AsNoTracking().Take(Math.Clamp(Limit, 1, 200)).Select(t => new
        {
            Row = t,
            IsShared = shares.Any(s => s.Number == t.Number),
            IsUndelivered = undelivered.Any(r => r.Ticket == t.Number),
        }).ToListAsync(cancellation);
        return [.. rows.Select(r => new TicketLine(r.Row, Reader.SightOf(r.Row.IsConfidential, r.Row.Holder, r.IsShared)) { IsUndelivered = r.IsUndelivered })];
    }
}

/// <summary>A ticket in a list.</summary>
public sealed record TicketLine(TicketRow Row, TicketSight Sight)
{
    /// <summary>Something that was to tell of it did not arrive.</summary>
    public bool IsUndelivered { get; init; }

    /// <summary>Null when the reader may not see what it says.</summary>
    public string? Headline => Sight == TicketSight.Full ? Row.Headline : null;
}
