using MedtechBot.Consultations;
using MedtechBot.Coordination;

namespace MedtechBot.Host.Desk.Tickets;

/// <summary>The buttons that protect the asker: who does not read the ticket any more, and where mail and links go.</summary>
internal static class PrivacyVerbs
{
    public static Task<IResult> UnshareAsync(HttpContext http, UnshareTicket unshare, CancellationToken cancellation) =>
        AfterAsync(http, unshare.HandleAsync(TicketPages.Number(http), TicketPages.Me(http), http.Request.Form["from"].ToString(), cancellation), cancellation);

    public static Task<IResult> MarkConfidentialAsync(HttpContext http, MarkTicketConfidential mark, CancellationToken cancellation) =>
        AfterAsync(http, mark.HandleAsync(TicketPages.Number(http), TicketPages.Me(http), cancellation), cancellation);

    public static Task<IResult> ChangeEmailAsync(HttpContext http, ChangeAskerEmail change, CancellationToken cancellation)
    {
        var typed = http.Request.Form["email"].ToString();
        var email = IntakeForm.ReadEmail(typed);
        return email is null && !string.IsNullOrWhiteSpace(typed)
            ? TicketPages.WrongAsync(http, TicketDraft.Read(http), "メールアドレスの形をご確認ください(例: name@example.jp)。", cancellation)
            : AfterAsync(http, change.HandleAsync(TicketPages.Number(http), TicketPages.Me(http), email, cancellation), cancellation);
    }

    public static async Task<IResult> RevokeLinksAsync(HttpContext http, RevokeAskerLinks revoke, CancellationToken cancellation)
    {
        var ticket = SeenTicket.Of(http).Ticket;
        if (ticket.Holder is { } holder && holder != TicketPages.Me(http))
        {
            return await TicketPages.AgainAsync(
                http, ticket, TicketDraft.Read(http), DeskWords.Of(new Refusal(RefusalReason.HeldByOther, holder)), StatusCodes.Status409Conflict, cancellation);
        }
        await revoke.HandleAsync(ticket.Number, cancellation);
        return await TicketPages.AgainAsync(
            http, ticket, TicketDraft.Read(http), "相談者に送ったリンクを、すべて使えなくしました。", StatusCodes.Status200OK, cancellation);
    }

    private static Task<IResult> AfterAsync(HttpContext http, Task<TicketChange?> changing, CancellationToken cancellation) =>
        TicketPages.AfterAsync(http, changing, TicketDraft.Read(http), cancellation);
}
