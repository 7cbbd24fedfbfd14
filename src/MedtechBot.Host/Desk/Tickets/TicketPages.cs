using MedtechBot.Consultations;
using MedtechBot.Consultations.Similar;
using MedtechBot.Coordination;
using MedtechBot.Host.Pages;
using MedtechBot.Host.People;

namespace MedtechBot.Host.Desk.Tickets;

/// <summary>A ticket's page, and what every action on it answers: where to look next, or the same page and why not.</summary>
internal static class TicketPages
{
    public static async Task<IResult> ShowAsync(HttpContext http, SimilarTickets similar, CancellationToken cancellation)
    {
        var (ticket, sight) = SeenTicket.Of(http);
        return sight == TicketSight.Full
            ? await AgainAsync(http, ticket, await ProposedAsync(http, ticket, similar, cancellation), null, StatusCodes.Status200OK, cancellation)
            : ShowOutline(http, ticket, null, StatusCodes.Status200OK);
    }

    // A new draft; whoever is in charge may begin it with what was answered in another ticket.
    private static async Task<TicketDraft> ProposedAsync(HttpContext http, Ticket ticket, SimilarTickets similar, CancellationToken cancellation)
    {
        var draft = TicketDraft.Proposed(http);
        return !ticket.IsClosed && ticket.Holder == Me(http) && TicketNumber.TryParse(http.Request.Query["like"], out var other)
            ? draft with { Text = await similar.ReplyOfAsync(other, SignedIn.Of(http).AsReader(), cancellation) ?? "" }
            : draft;
    }

    /// <summary>The page with what was typed and why it was not taken.</summary>
    public static async Task<IResult> AgainAsync(HttpContext http, Ticket ticket, TicketDraft draft, string? message, int status, CancellationToken cancellation)
    {
        var visitor = DeskGuard.Visitor(http);
        // Somebody may have marked or taken it in the meantime.
        return visitor.Person.AsReader().SightOf(ticket) == TicketSight.Full
            ? PageResult.Show<TicketPage>(status,
                ("Visitor", visitor), ("Dossier", await TicketDossier.ReadAsync(http.RequestServices, ticket, visitor.Person, cancellation)), ("Draft", draft), ("Message", message))
            : ShowOutline(http, ticket, message, status);
    }

    public static IResult ShowOutline(HttpContext http, Ticket ticket, string? message, int status) =>
        PageResult.Show<TicketOutlinePage>(status, ("Visitor", DeskGuard.Visitor(http)), ("Ticket", ticket), ("Message", message));

    /// <summary>What was typed cannot be taken as it is.</summary>
    public static Task<IResult> WrongAsync(HttpContext http, TicketDraft draft, string message, CancellationToken cancellation) =>
        AgainAsync(http, SeenTicket.Of(http).Ticket, draft, message, StatusCodes.Status422UnprocessableEntity, cancellation);

    public static async Task<IResult> AfterAsync(HttpContext http, Task<TicketChange?> changing, TicketDraft draft, CancellationToken cancellation) => await changing switch
    {
        null => ErrorPages.Show(http, StatusCodes.Status404NotFound),
        { Refused: null } change => PageResult.SeeOther(http, $"{DeskGuard.Root}/tickets/{change.Ticket.Number}"),
        { Refused: { } refused } change => await AgainAsync(http, change.Ticket, draft, DeskWords.Of(refused), StatusCodes.Status409Conflict, cancellation),
    };

    public static TicketNumber Number(HttpContext http) => SeenTicket.Of(http).Ticket.Number;

    public static string Me(HttpContext http) => SignedIn.Of(http).Name;
}
