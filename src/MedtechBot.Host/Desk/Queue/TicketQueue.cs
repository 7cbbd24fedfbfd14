using MedtechBot.Consultations;
using MedtechBot.Coordination;
using MedtechBot.Host.Pages;
using MedtechBot.Host.People;

namespace MedtechBot.Host.Desk.Queue;

/// <summary>The list of tickets at the desk, to read and as a file.</summary>
internal static class TicketQueue
{
    // More than a desk has in many years; nothing is left out without a word.
    private const int MostInFile = 20_000;

    public static async Task<IResult> ShowAsync(HttpContext http, TicketStore tickets, Func<DeskRules> rules, TimeProvider time, CancellationToken cancellation)
    {
        var visitor = DeskGuard.Visitor(http);
        var filter = QueueFilter.Read(http.Request.Query);
        var reader = visitor.Person.AsReader();
        var lines = await tickets.ListAsync(filter.For(reader), cancellation);
        return PageResult.Show<TicketListPage>(StatusCodes.Status200OK,
            ("Visitor", visitor), ("Filter", filter), ("Tickets", lines), ("Now", time.GetUtcNow()),
            ("Facets", await tickets.ListFacetsAsync(reader, cancellation)), ("Topics", rules().Routing.TopicNames));
    }

    public static async Task<IResult> DownloadAsync(HttpContext http, TicketStore tickets, Func<DeskRules> rules, CancellationToken cancellation)
    {
        var query = (QueueFilter.Read(http.Request.Query) with { After = null }).For(SignedIn.Of(http).AsReader()) with { InOrderOfArrival = true };
        var lines = new List<TicketLine>();
        for (var page = await tickets.ListAsync(query, cancellation); page.Count > 0 && lines.Count < MostInFile; page = await tickets.ListAsync(query, cancellation))
        {
            lines.AddRange(page);
            query = query with { After = TicketNumber.TryParse(page[^1].Row.Number, out var last) ? last : null };
        }
        return Results.File(TicketCsv.Write(lines, rules().Routing.TopicNames), "text/csv; charset=utf-8", "tickets.csv");
    }
}
