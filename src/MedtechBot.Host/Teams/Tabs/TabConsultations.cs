using MedtechBot.Channels;
using MedtechBot.Consultations;
using MedtechBot.Coordination;
using MedtechBot.Host.AskerPages;
using MedtechBot.Host.Attachments;
using MedtechBot.Host.Pages;
using MedtechBot.Host.QuickPage;
using MedtechBot.PersonalData;
using MedtechBot.Teams;

namespace MedtechBot.Host.Teams.Tabs;

/// <summary>The personal tab: what its user asked in Teams, wherever there. Others' consultations do not exist for them.</summary>
internal sealed class TabConsultations(TabSession session, TicketStore tickets, Conversations conversations, WriteToTicket write, DeskTriage triage, TimeProvider time)
{
    public const string Path = TabSetup.Root + "/consultations";

    public async Task<IResult> ListAsync(HttpContext http)
    {
        if (session.Find(http) is not { } identity)
        {
            return TabSignIn.Show();
        }
        var own = await conversations.ListForAskerAsync(AskerOf(identity), http.RequestAborted);
        return PageResult.Show<TabConsultationsPage>(StatusCodes.Status200OK,
            ("Tickets", await tickets.ListOfConversationsAsync([.. own.Select(c => c.Id)], http.RequestAborted)));
    }

    public async Task<IResult> ShowAsync(HttpContext http, string number) =>
        session.Find(http) is not { } identity ? TabSignIn.Show()
        : await OwnAsync(number, identity, http.RequestAborted) is { } ticket ? Page(identity, ticket)
        : ErrorPages.Show(http, StatusCodes.Status404NotFound);

    public async Task<IResult> WriteAsync(HttpContext http, string number)
    {
        var form = await QuickForm.ReadAsync(http);
        if (session.Find(http) is not { } identity)
        {
            return TabSignIn.Show();
        }
        if (!session.IsOwnForm(identity, form["token"]))
        {
            return ErrorPages.Show(http, StatusCodes.Status400BadRequest);
        }
        if (await OwnAsync(number, identity, http.RequestAborted) is not { } ticket)
        {
            return ErrorPages.Show(http, StatusCodes.Status404NotFound);
        }
        var text = PersonalDataMask.Mask(IntakeForm.Clean(form["text"].ToString(), keepLines: true) ?? "", PersonalDataKinds.Patient).Text;
        var (draft, problem) = await AskerDraft.ReadAsync(http, ticket, text);
        if (problem is not null)
        {
            return Page(identity, ticket, problem, draft, StatusCodes.Status422UnprocessableEntity);
        }
        return await write.HandleAsync(ticket.Number, draft.MessageId, draft.Text, draft.Files, http.RequestAborted) switch
        {
            null => ErrorPages.Show(http, StatusCodes.Status404NotFound),
            { Refused: { } refused } change => Page(identity, change.Ticket, ConsultationPages.Of(http, change.Ticket, refused), draft, StatusCodes.Status409Conflict),
            _ => PageResult.SeeOther(http, TabGuard.Address(http, $"{Path}/{ticket.Number}") + "#latest"),
        };
    }

    public async Task<IResult> DownloadAsync(HttpContext http, string number, string id, Uploads uploads) =>
        session.Find(http) is not { } identity ? TabSignIn.Show()
        : await OwnAsync(number, identity, http.RequestAborted) is { } ticket && ticket.HasFile(id)
            && await uploads.FindAsync(id, http.RequestAborted) is { } upload && uploads.Open(upload) is { } content
            ? FileDownload.Give(http, upload, content)
            : ErrorPages.Show(http, StatusCodes.Status404NotFound);

    private static string AskerOf(TabIdentity identity) =>
        OpenTeamsConversation.AskerIdOf(ChannelNames.Teams, identity.TenantId, new TeamsAccount("", identity.ObjectId));

    private async Task<Ticket?> OwnAsync(string number, TabIdentity identity, CancellationToken cancellation) =>
        TicketNumber.TryParse(number, out var parsed) ? await tickets.FindOwnAsync(parsed, AskerOf(identity), cancellation) : null;

    private IResult Page(TabIdentity identity, Ticket ticket, string? message = null, AskerDraft? draft = null, int status = StatusCodes.Status200OK) =>
        PageResult.Show<TabConsultationPage>(status,
            ("Ticket", ticket), ("Standing", triage.Standing(ticket, time.GetUtcNow())), ("Token", session.FormToken(identity)), ("Message", message), ("Draft", draft ?? AskerDraft.New()));
}
