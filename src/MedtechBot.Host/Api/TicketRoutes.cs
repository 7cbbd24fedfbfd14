using System.ComponentModel;
using System.Globalization;
using MedtechBot.Consultations;
using MedtechBot.Coordination;
using MedtechBot.Host.Attachments;
using MedtechBot.Host.Desk.Tickets;
using MedtechBot.Host.People;
using MedtechBot.People;

namespace MedtechBot.Host.Api;

/// <summary>The addresses of tickets, and reading them.</summary>
internal static class TicketRoutes
{
    private const int UsualCount = 50;
    private const int MostAtOnce = 100;
    private const int LongestFilter = 120;

    public static void MapTickets(this RouteGroupBuilder api)
    {
        api.MapGet("/tickets", ListAsync).AddEndpointFilter(ListAudit.NoteAsync).RequireRole(Role.Expert).Describe<TicketList>("listTickets", "Lists the tickets that the key may see.",
            "Closed and all newest first, every other view oldest first. Experts' keys see what was shared with them.", 400);
        var ticket = api.MapGroup("/tickets/{number}").RequireRole(Role.Coordinator)
            .AddEndpointFilter(TicketAudit.NoteAsync).AddEndpointFilter(VisibleTicket.RequireAsync).AddEndpointFilter(RepeatedRequests.OnceAsync);
        ticket.MapGet("", Show).RequireRole(Role.Expert).Describe<TicketJson>("getTicket", "Shows a ticket.",
            "With everything that happened to it, notes included. Experts' keys see what was shared with them.", 404);
        ticket.MapGet("/files/{id}", DownloadAsync).RequireRole(Role.Expert).AddEndpointFilter(VisibleTicket.RequireFullAsync).Audited("downloaded").DescribeFile("getFile", "Gives a file of a ticket.",
            "The bytes, under the name and type that the thread says. Whoever may not see what the ticket says gets none.");
        ticket.MapChanges();
        ticket.MapSharing();
    }

    private static async Task<IResult> ListAsync(
        HttpContext http,
        TicketStore tickets,
        [Description("Which tickets; open when left out.")] string? view,
        [Description("Only those of this region.")] string? region,
        [Description("Only those whose first topic has this code.")] string? topic,
        [Description("Words that must all stand in the ticket, at most 100 characters.")] string? q,
        [Description("How many at most, 1 to 100; 50 when left out.")] string? limit,
        [Description("Goes on behind the ticket of this number.")] string? after,
        CancellationToken cancellation)
    {
        var count = UsualCount;
        TicketNumber from = default;
        if (ViewOf(view) is not { } shown)
        {
            return ApiProblem.Bad($"\"view\" is one of: {string.Join(", ", Views)}.");
        }
        if (limit is not null && (!int.TryParse(limit, NumberStyles.None, CultureInfo.InvariantCulture, out count) || count is < 1 or > MostAtOnce))
        {
            return ApiProblem.Bad($"\"limit\" is a number from 1 to {MostAtOnce}.");
        }
        if (after is not null && !TicketNumber.TryParse(after, out from))
        {
            return ApiProblem.Bad("\"after\" is a ticket's number such as C-2026-0001: the \"next\" of the list before.");
        }
        if (q?.Length > TicketQuery.LongestWords || new[] { region, topic, q }.Any(t => t is not null && (t.Length > LongestFilter || t.Any(char.IsControl))))
        {
            return ApiProblem.Bad($"\"q\" has at most {TicketQuery.LongestWords} characters, \"region\" and \"topic\" {LongestFilter}, and no control characters.");
        }
        var query = new TicketQuery(SignedIn.Of(http).AsReader(), shown)
        {
            Region = Given(region),
            Topic = Given(topic),
            Words = Given(q),
            After = after is null ? null : from,
            InOrderOfArrival = true,
            // One more tells whether it goes on.
            Limit = count + 1,
        };
        var lines = await tickets.ListAsync(query, cancellation);
        return ApiAnswer.Of(StatusCodes.Status200OK, new TicketList(
            [.. lines.Take(count).Select(TicketViews.Of)], lines.Count > count ? lines[count - 1].Row.Number : null));
    }

    public static IReadOnlyList<string> Views { get; } = [.. Enum.GetNames<TicketView>().Select(n => n.ToLowerInvariant())];

    private static IResult Show(HttpContext http, TicketViews views) =>
        views.Answer(SeenTicket.Of(http).Ticket, SignedIn.Of(http));

    private static async Task<IResult> DownloadAsync(
        HttpContext http, [Description("The file's id, as the thread says.")] string id, Uploads uploads, CancellationToken cancellation) =>
        await TicketFiles.FindAsync(http, id, uploads, cancellation) ?? ApiProblem.NoFile;

    private static TicketView? ViewOf(string? word) => string.IsNullOrEmpty(word) ? TicketView.Open
        : Views.Contains(word) ? Enum.Parse<TicketView>(word, ignoreCase: true) : null;

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
