using MedtechBot.Channels;
using MedtechBot.Consultations;
using MedtechBot.Coordination;
using MedtechBot.Host.Pages;
using MedtechBot.Host.People;
using MedtechBot.People;

namespace MedtechBot.Host.Desk;

/// <summary>The pages of the desk for those signed in. Every action answers with where to look next, or with the same page and why not.</summary>
internal static class DeskTickets
{
    private const int LongestTranscript = 200;

    public static void MapTickets(this RouteGroupBuilder desk)
    {
        desk.RequireRole(Role.Expert);
        desk.MapGet("", ListAsync);
        desk.MapFallback("{**rest}", (HttpContext http) => ErrorPages.Show(http, StatusCodes.Status404NotFound));
        // Nothing is shared with experts yet.
        var ticket = desk.MapGroup("/tickets/{number}").RequireRole(Role.Coordinator).AddEndpointFilter(TicketAudit.NoteAsync);
        ticket.MapGet("", ShowAsync);
        ticket.MapPost("/take", TakeAsync).Audited("took");
        ticket.MapPost("/reply", ReplyAsync).Audited("replied");
        ticket.MapPost("/close", CloseAsync).Audited("closed");
    }

    /// <summary>After a change: the browser fetches the page anew, so that reloading it repeats nothing.</summary>
    public static IResult SeeOther(HttpContext http, string path)
    {
        http.Response.Headers.Location = path;
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }

    private static async Task<IResult> ListAsync(HttpContext http, TicketStore tickets, string? view, CancellationToken cancellation)
    {
        var visitor = DeskGuard.Visitor(http);
        var shown = view switch { "mine" => TicketView.Mine, "closed" => TicketView.Closed, _ => TicketView.Open };
        var rows = await tickets.ListAsync(new TicketQuery(visitor.Person.AsReader(), shown), cancellation);
        return PageResult.Show<TicketListPage>(StatusCodes.Status200OK, ("Visitor", visitor), ("View", view is "mine" or "closed" ? view : "open"), ("Tickets", rows));
    }

    private static async Task<IResult> ShowAsync(HttpContext http, string number, TicketStore tickets, CancellationToken cancellation) =>
        TicketNumber.TryParse(number, out var parsed) && await tickets.FindAsync(parsed, cancellation) is { } ticket
            ? await PageAsync(http, ticket, new ReplyDraft(), null, StatusCodes.Status200OK, cancellation)
            : ErrorPages.Show(http, StatusCodes.Status404NotFound);

    private static async Task<IResult> TakeAsync(HttpContext http, string number, TakeTicket take, CancellationToken cancellation) =>
        await AfterAsync(http, TicketNumber.TryParse(number, out var parsed) ? await take.HandleAsync(parsed, Me(http), cancellation) : null, new ReplyDraft(), cancellation);

    private static async Task<IResult> CloseAsync(HttpContext http, string number, CloseTicket close, CancellationToken cancellation)
    {
        var draft = Draft(http);
        return await AfterAsync(http, TicketNumber.TryParse(number, out var parsed) ? await close.HandleAsync(parsed, Me(http), TicketOutcomes.Parse(http.Request.Form["outcome"]) ?? TicketOutcome.Answered, draft.Version, cancellation) : null, draft, cancellation);
    }

    private static async Task<IResult> ReplyAsync(HttpContext http, string number, TicketStore tickets, ReplyToTicket reply, CancellationToken cancellation)
    {
        var draft = Draft(http);
        if (!TicketNumber.TryParse(number, out var parsed))
        {
            return ErrorPages.Show(http, StatusCodes.Status404NotFound);
        }
        if (draft.Text.Length is > 0 and <= Reply.LongestText)
        {
            return await AfterAsync(http, await reply.HandleAsync(new Reply(parsed, Me(http), draft.ReplyId, draft.Text, draft.Version), cancellation), draft, cancellation);
        }
        var message = draft.Text.Length == 0 ? "回答を入力してください。" : $"回答は{Reply.LongestText:N0}文字以内にしてください(現在{draft.Text.Length:N0}文字)。";
        return await tickets.FindAsync(parsed, cancellation) is { } ticket
            ? await PageAsync(http, ticket, draft, message, StatusCodes.Status422UnprocessableEntity, cancellation)
            : ErrorPages.Show(http, StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> AfterAsync(HttpContext http, TicketChange? change, ReplyDraft draft, CancellationToken cancellation) => change switch
    {
        null => ErrorPages.Show(http, StatusCodes.Status404NotFound),
        { Refused: null } => SeeOther(http, $"{DeskGuard.Root}/tickets/{change.Ticket.Number}"),
        { Refused: { } refused } => await PageAsync(http, change.Ticket, draft, DeskWords.Of(refused), StatusCodes.Status409Conflict, cancellation),
    };

    private static async Task<IResult> PageAsync(HttpContext http, Ticket ticket, ReplyDraft draft, string? message, int status, CancellationToken cancellation)
    {
        var conversations = http.RequestServices.GetRequiredService<Conversations>();
        var activities = await conversations.ReadAsync(ticket.ConversationId, -1, cancellation);
        return PageResult.Show<TicketPage>(status,
            ("Visitor", DeskGuard.Visitor(http)), ("Ticket", ticket), ("Draft", draft), ("Message", message),
            ("Transcript", activities.TakeLast(LongestTranscript).ToList()));
    }

    private static ReplyDraft Draft(HttpContext http)
    {
        var form = http.Request.Form;
        var id = form["replyId"].ToString();
        return new ReplyDraft
        {
            Text = IntakeForm.Clean(form["text"].ToString(), keepLines: true) ?? "",
            Version = int.TryParse(form["version"], out var version) ? version : 0,
            ReplyId = id.Length == 32 && id.All(char.IsAsciiHexDigitLower) ? id : RandomId.Next(),
        };
    }

    private static string Me(HttpContext http) => SignedIn.Of(http).Name;
}

/// <summary>What a coordinator is writing; kept when it cannot be sent.</summary>
public sealed record ReplyDraft
{
    public string ReplyId { get; init; } = RandomId.Next();
    public string Text { get; init; } = "";

    /// <summary>The version of the ticket the coordinator saw.</summary>
    public int Version { get; init; }
}
