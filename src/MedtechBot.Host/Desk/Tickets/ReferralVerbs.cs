using System.Globalization;
using MedtechBot.Consultations;
using MedtechBot.Coordination;

namespace MedtechBot.Host.Desk.Tickets;

/// <summary>Passing a ticket on, and writing down each of the nine steps of it.</summary>
internal static class ReferralVerbs
{
    public static async Task<IResult> ReferAsync(HttpContext http, ReferTicket refer, CancellationToken cancellation)
    {
        var draft = TicketDraft.Read(http);
        var wrong = WritingVerbs.WrongWith(draft.To, "紹介先", ReferTicket.LongestName) ?? WritingVerbs.WrongWith(draft.Reason, "紹介の理由", ReferTicket.LongestReason);
        return wrong is not null
            ? await TicketPages.WrongAsync(http, draft, wrong, cancellation)
            : await TicketPages.AfterAsync(http, refer.HandleAsync(
                TicketPages.Number(http), TicketPages.Me(http), draft.ReferralId, draft.To, draft.Reason, draft.Version, cancellation), draft, cancellation);
    }

    public static async Task<IResult> AdvanceAsync(HttpContext http, ReferTicket refer, CancellationToken cancellation)
    {
        var draft = TicketDraft.Read(http);
        if (Find(http, draft) is not { } referral
            || !int.TryParse(http.Request.Form["step"], NumberStyles.None, CultureInfo.InvariantCulture, out var step) || !Enum.IsDefined((ReferralStep)step))
        {
            return await TicketPages.WrongAsync(http, draft, "紹介の段階を確かめて、もう一度押してください。", cancellation);
        }
        return draft.Step.Length > ReferTicket.LongestReason
            ? await TicketPages.WrongAsync(http, draft, WritingVerbs.WrongWith(draft.Step, "メモ", ReferTicket.LongestReason)!, cancellation)
            : await TicketPages.AfterAsync(http, refer.AdvanceAsync(
                TicketPages.Number(http), TicketPages.Me(http), referral.Id, (ReferralStep)step, draft.Step, cancellation), draft, cancellation);
    }

    public static async Task<IResult> DeclineAsync(HttpContext http, ReferTicket refer, CancellationToken cancellation)
    {
        var draft = TicketDraft.Read(http);
        var givesUp = http.Request.Form["giveUp"] == "1";
        var wrong = Find(http, draft) is null ? "紹介を確かめて、もう一度押してください。"
            : WritingVerbs.WrongWith(draft.DeclineReason, "理由", ReferTicket.LongestReason)
            ?? (givesUp ? null : WritingVerbs.WrongWith(draft.Candidate, "候補の名前", ReferTicket.LongestName));
        return wrong is not null
            ? await TicketPages.WrongAsync(http, draft, wrong, cancellation)
            : await TicketPages.AfterAsync(http, refer.DeclineAsync(
                TicketPages.Number(http), TicketPages.Me(http), draft.Referral!, givesUp ? null : draft.Candidate, draft.DeclineReason, cancellation), draft, cancellation);
    }

    private static Referral? Find(HttpContext http, TicketDraft draft) => SeenTicket.Of(http).Ticket.Referrals.FirstOrDefault(r => r.Id == draft.Referral);
}
