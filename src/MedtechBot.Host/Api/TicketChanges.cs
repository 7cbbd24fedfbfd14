using MedtechBot.Consultations;
using MedtechBot.Coordination;
using MedtechBot.Host.Desk.Tickets;
using MedtechBot.Host.People;
using MedtechBot.People;

namespace MedtechBot.Host.Api;

/// <summary>What programs do to tickets. Every one answers with the ticket as it stands then, or why not.</summary>
internal static class TicketChanges
{
    public static void MapChanges(this RouteGroupBuilder ticket)
    {
        ticket.MapPost("/take", TakeAsync).Audited("took").Changes("takeTicket", "Takes charge of a ticket.", "The key is in charge then, as \"API: NAME\".");
        var whole = ticket.MapGroup("").AddEndpointFilter(VisibleTicket.RequireFullAsync);
        whole.MapPost("/replies", ReplyAsync).Audited("replied").Takes<ReplyBody>(ReplyBody.Example)
            .Changes("writeReply", "Answers the asker.", "Only whoever is in charge. The asker reads it in the conversation.", made: true);
        whole.MapPost("/notes", NoteAsync).Audited("noted").RequireRole(Role.Expert).Takes<TextBody>(TextBody.Example)
            .Changes("writeNote", "Writes something down for the desk alone.", "Also on closed tickets, and by experts on those shared with them.", made: true);
        whole.MapPost("/ask-back", AskBackAsync).Audited("asked-back").Takes<TextBody>(TextBody.Example)
            .Changes("askBack", "Asks the asker for what is missing.", "Only whoever is in charge. The promise waits meanwhile.");
        whole.MapPost("/refer", ReferAsync).Audited("referred").Takes<ReferBody>(ReferBody.Example)
            .Changes("referTicket", "Begins to pass the asker on to another organisation or city.", "Only whoever is in charge. The asker is told to whom, not why.");
        whole.MapPost("/close", CloseAsync).Audited("closed").Takes<CloseBody>(CloseBody.Example)
            .Changes("closeTicket", "Closes a ticket.", "Only whoever is in charge. \"answered\" needs a reply, \"introduced\" and \"referred\" a reply or a referral. The asker is told 30 seconds later, unless it was reopened by then.");
        whole.MapPost("/reopen", ReopenAsync).Audited("reopened").Changes("reopenTicket", "Goes on with a closed ticket.", "An open ticket stays as it is.");
        whole.MapPost("/assign", AssignAsync).Audited("assigned").Takes<AssignBody>(AssignBody.Example)
            .Changes("assignTicket", "Puts somebody in charge.", "Whoever was so far.");
    }

    private static async Task<IResult> TakeAsync(HttpContext http, TakeTicket take) => Answer(http, await take.HandleAsync(Number(http), Me(http)));

    private static async Task<IResult> ReopenAsync(HttpContext http, ReopenTicket reopen) => Answer(http, await reopen.HandleAsync(Number(http), Me(http), null));

    private static async Task<IResult> ReplyAsync(HttpContext http, ReplyToTicket reply, ReplySources sources)
    {
        var (body, refusal) = await ApiBody.ReadAsync<ReplyBody>(http, ReplyBody.Example);
        var text = "";
        if ((refusal ?? ApiBody.Text(body!.Text, "text", Reply.LongestText, keepLines: true, out text)) is { } wrong)
        {
            return wrong;
        }
        var (citations, unfounded) = sources.Check(body!.Sources ?? [], SeenTicket.Of(http).Ticket.Language);
        if (unfounded is not null)
        {
            return unfounded;
        }
        var written = new Reply(Number(http), Me(http), RepeatedRequests.NewId(http), text, null) { Sources = citations };
        return Answer(http, await reply.HandleAsync(written), written.ReplyId);
    }

    private static async Task<IResult> NoteAsync(HttpContext http, WriteNote write)
    {
        var (text, refusal) = await TextAsync(http);
        var id = RepeatedRequests.NewId(http);
        return refusal ?? Answer(http, await write.HandleAsync(Number(http), Me(http), id, text), id);
    }

    private static async Task<IResult> AskBackAsync(HttpContext http, AskBack ask)
    {
        var (text, refusal) = await TextAsync(http);
        return refusal ?? Answer(http, await ask.HandleAsync(Number(http), Me(http), RepeatedRequests.NewId(http), text, null));
    }

    private static async Task<IResult> ReferAsync(HttpContext http, ReferTicket refer)
    {
        var (body, refusal) = await ApiBody.ReadAsync<ReferBody>(http, ReferBody.Example);
        var (to, reason) = ("", "");
        var wrong = refusal
            ?? ApiBody.Text(body!.To, "to", ReferTicket.LongestName, keepLines: false, out to)
            ?? ApiBody.Text(body.Reason, "reason", ReferTicket.LongestReason, keepLines: true, out reason);
        return wrong ?? Answer(http, await refer.HandleAsync(Number(http), Me(http), RepeatedRequests.NewId(http), to, reason, null));
    }

    private static async Task<IResult> CloseAsync(HttpContext http, CloseTicket close)
    {
        var (body, refusal) = await ApiBody.ReadAsync<CloseBody>(http, CloseBody.Example);
        if (refusal is not null)
        {
            return refusal;
        }
        return TicketOutcomes.Parse(body!.Outcome) is { } outcome && TicketOutcomes.OfCoordinators.Contains(outcome)
            ? Answer(http, await close.HandleAsync(Number(http), Me(http), outcome, null))
            : ApiProblem.Bad($"\"outcome\" is one of: {string.Join(", ", TicketOutcomes.OfCoordinators.Select(o => o.Code()))}.");
    }

    private static async Task<IResult> AssignAsync(HttpContext http, AssignTicket assign, Assignees assignees, CancellationToken cancellation)
    {
        var (body, refusal) = await ApiBody.ReadAsync<AssignBody>(http, AssignBody.Example);
        var to = "";
        if ((refusal ?? ApiBody.Text(body!.To, "to", Assignees.LongestName, keepLines: false, out to)) is { } wrong)
        {
            return wrong;
        }
        return await assignees.FindAsync(to, cancellation) is { } name
            ? Answer(http, await assign.HandleAsync(Number(http), Me(http), name))
            : ApiProblem.Impossible("no-such-person", "\"to\" names nobody who may be in charge: a coordinator or administrator whose account is in use, or a key with such a role.");
    }

    private static async Task<(string Text, ApiAnswer? Refusal)> TextAsync(HttpContext http)
    {
        var (body, refusal) = await ApiBody.ReadAsync<TextBody>(http, TextBody.Example);
        var text = "";
        return (refusal ?? ApiBody.Text(body!.Text, "text", TicketTexts.Longest, keepLines: true, out text)) is { } wrong ? ("", wrong) : (text, null);
    }

    // The handlers are not given up when the caller goes away: what was asked for is done.
    internal static ApiAnswer Answer(HttpContext http, TicketChange? change, string? made = null) => change switch
    {
        null => ApiProblem.NoTicket,
        { Refused: { } refused } => ApiRefusal.Of(refused),
        _ => http.RequestServices.GetRequiredService<TicketViews>().Answer(change.Ticket, SignedIn.Of(http), made is null ? 200 : 201, made),
    };

    internal static TicketNumber Number(HttpContext http) => SeenTicket.Of(http).Ticket.Number;

    internal static string Me(HttpContext http) => SignedIn.Of(http).Name;
}
