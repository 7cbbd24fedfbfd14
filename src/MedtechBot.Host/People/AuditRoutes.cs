using MedtechBot.Consultations;
using MedtechBot.Host.Desk;
using MedtechBot.Host.Pages;
using MedtechBot.People;

namespace MedtechBot.Host.People;

/// <summary>Where administrators read who saw and changed what. That they did is noted as well.</summary>
internal static class AuditRoutes
{
    private const int LinesOnPage = 100;

    public static void MapAudit(this RouteGroupBuilder desk)
    {
        var audit = desk.MapGroup("").RequireRole(Role.Admin);
        audit.MapGet("/audit", ShowAsync);
        audit.MapGet("/audit.csv", DownloadAsync);
    }

    private static async Task<IResult> ShowAsync(HttpContext http, AuditLog log, Accounts accounts, ApiKeys keys, string? person, string? ticket, string? before, CancellationToken cancellation)
    {
        await NoteAsync(http, log);
        var filter = Filter(person, ticket, before);
        // One more than is shown tells whether there is more.
        var lines = await log.ReadAsync(filter, LinesOnPage + 1, cancellation);
        var actors = (await accounts.ListAsync(cancellation)).Select(p => p.Person).Concat((await keys.ListAsync(cancellation)).Select(k => k.Person));
        return PageResult.Show<AuditPage>(StatusCodes.Status200OK,
            ("Visitor", DeskGuard.Visitor(http)), ("Filter", filter), ("People", actors.ToList()),
            ("Lines", lines.Take(LinesOnPage).ToList()), ("More", lines.Count > LinesOnPage));
    }

    private static async Task<IResult> DownloadAsync(HttpContext http, AuditLog log, string? person, string? ticket)
    {
        await NoteAsync(http, log);
        http.Response.Headers.ContentDisposition = "attachment; filename=audit.csv";
        return Results.Stream(body => AuditCsv.WriteAsync(body, log, Filter(person, ticket, null), http.RequestAborted), "text/csv; charset=utf-8");
    }

    private static Task NoteAsync(HttpContext http, AuditLog log) =>
        log.AddAsync(new AuditEntry(SignedIn.Of(http), AuditActions.ReadAudit), CancellationToken.None);

    // What cannot be a filter filters nothing.
    private static AuditFilter Filter(string? person, string? ticket, string? before) => new(
        person is { Length: > 0 and <= 40 } ? person : null,
        TicketNumber.TryParse(ticket?.Trim(), out var number) ? number.Value : null,
        long.TryParse(before, out var id) ? id : null);
}
