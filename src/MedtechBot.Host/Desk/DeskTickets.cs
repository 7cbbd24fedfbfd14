using MedtechBot.Host.Attachments;
using MedtechBot.Host.Desk.Live;
using MedtechBot.Host.Desk.Queue;
using MedtechBot.Host.Desk.Sources;
using MedtechBot.Host.Desk.Tickets;
using MedtechBot.Host.Pages;
using MedtechBot.Host.People;
using MedtechBot.People;

namespace MedtechBot.Host.Desk;

/// <summary>The addresses of the desk for those signed in: whom each is for, and what the audit log calls its use.</summary>
internal static class DeskTickets
{
    public static void MapTickets(this RouteGroupBuilder desk)
    {
        desk.RequireRole(Role.Expert);
        desk.MapGet("", TicketQueue.ShowAsync).AddEndpointFilter(ListAudit.NoteAsync);
        desk.MapGet("/tickets.csv", TicketQueue.DownloadAsync).AddEndpointFilter(TicketAudit.NoteAsync).Audited("exported");
        desk.MapGet("/search", SourceSearch.FindAsync);
        desk.MapGet("/events", DeskEvents.Follow);
        desk.MapFallback("{**rest}", (HttpContext http) => ErrorPages.Show(http, StatusCodes.Status404NotFound));
        MapTicket(desk.MapGroup("/tickets/{number}").AddEndpointFilter(TicketAudit.NoteAsync).AddEndpointFilter(TicketAccess.RequireSightAsync));
    }

    // Experts read what is shared with them and write notes; the rules let only whoever is in charge write to the asker.
    private static void MapTicket(RouteGroupBuilder ticket)
    {
        ticket.MapGet("", TicketPages.ShowAsync).ForOutline();
        // What an open page fetches by itself; whoever opened it was noted then.
        ticket.MapGet("/now", TicketPages.ShowAsync).ForOutline().Audited(null);
        ticket.MapGet("/files/{id}", TicketFiles.DownloadAsync).Audited("downloaded");
        ticket.MapPost("/note", WritingVerbs.NoteAsync).Audited("noted");
        ticket.MapPost("/reply", WritingVerbs.ReplyAsync).CarriesFiles().Audited("replied");
        ticket.MapPost("/ask", WritingVerbs.AskBackAsync).CarriesFiles().Audited("asked-back");
        var coordination = ticket.MapGroup("").RequireRole(Role.Coordinator);
        coordination.MapPost("/take", TicketVerbs.TakeAsync).ForOutline().Audited("took");
        coordination.MapPost("/check", TicketVerbs.StartCheckAsync).Audited("checked");
        coordination.MapPost("/assign", TicketVerbs.AssignAsync).Audited("assigned");
        coordination.MapPost("/release", TicketVerbs.ReleaseAsync).Audited("released");
        coordination.MapPost("/share", TicketVerbs.ShareAsync).Audited("shared");
        coordination.MapPost("/unshare", PrivacyVerbs.UnshareAsync).Audited("unshared");
        coordination.MapPost("/confidential", PrivacyVerbs.MarkConfidentialAsync).Audited("marked-confidential");
        coordination.MapPost("/email", PrivacyVerbs.ChangeEmailAsync).Audited("changed-email");
        coordination.MapPost("/links", PrivacyVerbs.RevokeLinksAsync).Audited(AuditActions.RevokedAskerLinks);
        coordination.MapPost("/resend", TicketVerbs.ResendAsync).Audited("resent");
        coordination.MapPost("/close", TicketVerbs.CloseAsync).Audited("closed");
        coordination.MapPost("/reopen", TicketVerbs.ReopenAsync).Audited("reopened");
        coordination.MapPost("/refer", ReferralVerbs.ReferAsync).Audited("referred");
        coordination.MapPost("/referral", ReferralVerbs.AdvanceAsync).Audited("advanced-referral");
        coordination.MapPost("/decline", ReferralVerbs.DeclineAsync).Audited("declined-referral");
    }
}
