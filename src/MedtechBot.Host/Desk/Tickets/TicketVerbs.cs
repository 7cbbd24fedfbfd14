using MedtechBot.Consultations;
using MedtechBot.Coordination;
using MedtechBot.Deliveries;
using MedtechBot.Host.Pages;
using MedtechBot.Host.People;
using MedtechBot.People;

namespace MedtechBot.Host.Desk.Tickets;

/// <summary>The buttons of a ticket's page: who is in charge, who may read it, and how it ends.</summary>
internal static class TicketVerbs
{
    private const int LongestReason = 500;

    public static Task<IResult> TakeAsync(HttpContext http, TakeTicket take, CancellationToken cancellation) =>
        AfterAsync(http, take.HandleAsync(TicketPages.Number(http), TicketPages.Me(http), cancellation), cancellation);

    public static Task<IResult> StartCheckAsync(HttpContext http, StartCheck start, CancellationToken cancellation) =>
        AfterAsync(http, start.HandleAsync(TicketPages.Number(http), TicketPages.Me(http), cancellation), cancellation);

    public static Task<IResult> ReleaseAsync(HttpContext http, ReleaseTicket release, CancellationToken cancellation) =>
        AfterAsync(http, release.HandleAsync(TicketPages.Number(http), TicketPages.Me(http), cancellation), cancellation);

    public static async Task<IResult> AssignAsync(HttpContext http, AssignTicket assign, Accounts accounts, CancellationToken cancellation)
    {
        var to = http.Request.Form["assignee"].ToString();
        return (await Colleagues.ReadAsync(accounts, cancellation)).Coordinators.Contains(to)
            ? await AfterAsync(http, assign.HandleAsync(TicketPages.Number(http), TicketPages.Me(http), to, cancellation), cancellation)
            : await TicketPages.WrongAsync(http, TicketDraft.Read(http), "割り当てる相手を選んでください。", cancellation);
    }

    public static async Task<IResult> ShareAsync(HttpContext http, ShareTicket share, Accounts accounts, CancellationToken cancellation)
    {
        var with = http.Request.Form["expert"].ToString();
        return (await Colleagues.ReadAsync(accounts, cancellation)).Experts.Contains(with)
            ? await AfterAsync(http, share.HandleAsync(TicketPages.Number(http), TicketPages.Me(http), with, cancellation), cancellation)
            : await TicketPages.WrongAsync(http, TicketDraft.Read(http), "共有する専門家を選んでください。", cancellation);
    }

    public static async Task<IResult> CloseAsync(HttpContext http, CloseTicket close, CancellationToken cancellation)
    {
        var draft = TicketDraft.Read(http);
        return TicketOutcomes.Parse(http.Request.Form["outcome"].ToString()) is { } outcome && TicketOutcomes.OfCoordinators.Contains(outcome)
            ? await TicketPages.AfterAsync(http, close.HandleAsync(TicketPages.Number(http), TicketPages.Me(http), outcome, draft.Version, cancellation), draft, cancellation)
            : await TicketPages.WrongAsync(http, draft, "結果を選んでください。", cancellation);
    }

    public static Task<IResult> ReopenAsync(HttpContext http, ReopenTicket reopen, CancellationToken cancellation)
    {
        var reason = IntakeForm.Clean(http.Request.Form["reopenReason"].ToString(), keepLines: false);
        return AfterAsync(http, reopen.HandleAsync(
            TicketPages.Number(http), TicketPages.Me(http), reason is not { Length: > 0 } ? null : reason.Length <= LongestReason ? reason : reason[..LongestReason], cancellation), cancellation);
    }

    /// <summary>What did not arrive is sent again.</summary>
    public static async Task<IResult> ResendAsync(HttpContext http, Undelivered undelivered, CancellationToken cancellation)
    {
        var number = TicketPages.Number(http);
        await undelivered.SendAgainAsync(number.Value, cancellation);
        return PageResult.SeeOther(http, $"{DeskGuard.Root}/tickets/{number}");
    }

    private static Task<IResult> AfterAsync(HttpContext http, Task<TicketChange?> changing, CancellationToken cancellation) =>
        TicketPages.AfterAsync(http, changing, TicketDraft.Read(http), cancellation);
}
