using MedtechBot.Consultations;
using MedtechBot.Coordination;
using MedtechBot.Host.Desk.Tickets;
using MedtechBot.Host.People;
using MedtechBot.People;

namespace MedtechBot.Host.Api;

/// <summary>Lets experts read a ticket, and takes that back.</summary>
internal static class SharingChanges
{
    public static void MapSharing(this RouteGroupBuilder ticket)
    {
        var whole = ticket.MapGroup("").AddEndpointFilter(VisibleTicket.RequireFullAsync);
        whole.MapPost("/share", ShareAsync).Audited("shared").Takes<SharingBody>(SharingBody.Example)
            .Changes("shareTicket", "Lets an expert read a ticket and write notes.", "Only whoever is in charge, while the ticket is open. Whom it is shared with already stays so.");
        whole.MapPost("/unshare", UnshareAsync).Audited("unshared").Takes<SharingBody>(SharingBody.Example)
            .Changes("unshareTicket", "Takes a ticket back from an expert.", "Also on closed tickets; while somebody is in charge, only they may. Whoever does not read it any more stays so.");
    }

    private static async Task<IResult> ShareAsync(HttpContext http, ShareTicket share, Assignees assignees, CancellationToken cancellation)
    {
        var (with, refusal) = await NameAsync(http);
        return refusal ?? (await assignees.FindExpertAsync(with, cancellation) is { } name
            ? TicketChanges.Answer(http, await share.HandleAsync(TicketChanges.Number(http), TicketChanges.Me(http), name))
            : ApiProblem.Impossible("no-such-person", "\"with\" names no expert: a person whose account is in use, or a key, with that role."));
    }

    // Whoever was given it once can be named, also when they are no expert any more.
    private static async Task<IResult> UnshareAsync(HttpContext http, UnshareTicket unshare, Assignees assignees, CancellationToken cancellation)
    {
        var (with, refusal) = await NameAsync(http);
        if (refusal is not null)
        {
            return refusal;
        }
        var wanted = PersonName.KeyOf(with);
        var name = SeenTicket.Of(http).Ticket.History.OfType<TicketShared>().Select(s => s.With).LastOrDefault(w => PersonName.KeyOf(w) == wanted)
            ?? await assignees.FindExpertAsync(with, cancellation);
        return name is not null
            ? TicketChanges.Answer(http, await unshare.HandleAsync(TicketChanges.Number(http), TicketChanges.Me(http), name))
            : ApiProblem.Impossible("no-such-person", "\"with\" names nobody whom the ticket was ever shared with, and no expert.");
    }

    private static async Task<(string With, ApiAnswer? Refusal)> NameAsync(HttpContext http)
    {
        var (body, refusal) = await ApiBody.ReadAsync<SharingBody>(http, SharingBody.Example);
        var with = "";
        return (refusal ?? ApiBody.Text(body!.With, "with", Assignees.LongestName, keepLines: false, out with)) is { } wrong ? ("", wrong) : (with, null);
    }
}
