using MedtechBot.Consultations;
using MedtechBot.Coordination;
using MedtechBot.Host.Attachments;
using MedtechBot.Host.Pages;
using MedtechBot.Host.QuickPage;
using MedtechBot.Host.RequestLimits;
using MedtechBot.PersonalData;

namespace MedtechBot.Host.AskerPages;

/// <summary>The asker's side of tickets: where they stand, the thread, and what the asker can do. By the asker's cookie, or by a private link.</summary>
public static class ConsultationPages
{
    private static readonly string[] Reading = ["GET", "HEAD"];

    public static void AddConsultationPages(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<AskerLinks>();
        builder.Services.AddSingleton<TicketDoor>();
        builder.Services.AddSingleton<AskerMailNews>();
        builder.Services.AddSingleton<TicketNews>(provider => provider.GetRequiredService<AskerMailNews>().Of);
    }

    public static void MapConsultationPages(this IEndpointRouteBuilder app)
    {
        app.MapMethods("/consultations", Reading, ListAsync);
        MapTicket(app, "/consultations/{key}", byLink: false);
        MapTicket(app, "/c/{key}", byLink: true);
        app.MapMethods("/f/{key}", Reading, (HttpContext http, string key, AskerLinks links, TicketStore tickets, Uploads uploads) => AskerFiles.DownloadAsync(http, key, links, tickets, uploads))
            .Limit(Door.Turn);
    }

    private static void MapTicket(IEndpointRouteBuilder app, string path, bool byLink)
    {
        app.MapMethods(path, Reading, (HttpContext http, string key, TicketDoor door) => ShowAsync(http, key, byLink, door)).Limit(Door.Turn);
        app.MapPost(path + "/{verb}", (HttpContext http, string key, string verb, TicketDoor door) => ActAsync(http, key, byLink, verb, door)).CarriesFiles().Limit(Door.Turn);
        app.MapMethods(path + "/files/{id}", Reading, (HttpContext http, string key, string id, TicketDoor door, Uploads uploads) => AskerFiles.DownloadAsync(http, key, id, byLink, door, uploads))
            .Limit(Door.Turn);
    }

    private static async Task<IResult> ListAsync(HttpContext http, TicketDoor door)
    {
        Private(http);
        return PageResult.Show<ConsultationsPage>(StatusCodes.Status200OK, ("Tickets", await door.ListAsync(http)));
    }

    private static async Task<IResult> ShowAsync(HttpContext http, string key, bool byLink, TicketDoor door)
    {
        Private(http);
        return await OpenAsync(http, key, byLink, door) is { } ticket ? Page(http, ticket, key, byLink) : ErrorPages.Show(http, StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> ActAsync(HttpContext http, string key, bool byLink, string verb, TicketDoor door)
    {
        Private(http);
        QuickForm.RefuseOtherSites(http);
        // Files are read only of those who may send them.
        if (await OpenAsync(http, key, byLink, door) is not { } ticket)
        {
            return ErrorPages.Show(http, StatusCodes.Status404NotFound);
        }
        var form = await QuickForm.ReadAsync(http);
        var services = http.RequestServices;
        var number = ticket.Number;
        var text = PersonalDataMask.Mask(IntakeForm.Clean(form["text"].ToString(), keepLines: true) ?? "", PersonalDataKinds.Patient).Text;
        var (draft, wrong) = verb == "write" ? await AskerDraft.ReadAsync(http, ticket, text) : (AskerDraft.New(text), null);
        if (wrong is not null)
        {
            return Page(http, ticket, key, byLink, wrong, draft, StatusCodes.Status422UnprocessableEntity);
        }
        if (AskerPrivacy.Knows(verb))
        {
            return await AskerPrivacy.ActAsync(http, ticket, form["email"], byLink, verb, problem => Page(http, ticket, key, byLink, problem, status: StatusCodes.Status422UnprocessableEntity));
        }
        var change = verb switch
        {
            "write" => await services.GetRequiredService<WriteToTicket>().HandleAsync(number, draft.MessageId, draft.Text, draft.Files, http.RequestAborted),
            "withdraw" => await services.GetRequiredService<WithdrawTicket>().HandleAsync(number, http.RequestAborted),
            "solved" => await services.GetRequiredService<ConfirmSolution>().HandleAsync(number, true, http.RequestAborted),
            "unsolved" => await services.GetRequiredService<ConfirmSolution>().HandleAsync(number, false, http.RequestAborted),
            "introduce" => await services.GetRequiredService<AnswerReferral>().HandleAsync(number, form["referral"].ToString(), form["wanted"] == "yes", http.RequestAborted),
            "rate" when int.TryParse(form["stars"], out var stars) && stars is >= 1 and <= 5 =>
                await services.GetRequiredService<RateTicket>().HandleAsync(number, stars, text.Length <= TicketTexts.LongestComment ? text : text[..TicketTexts.LongestComment], http.RequestAborted),
            _ => null,
        };
        return change switch
        {
            null => ErrorPages.Show(http, StatusCodes.Status400BadRequest),
            { Refused: { } refused } => Page(http, change.Ticket, key, byLink, Of(http, change.Ticket, refused), draft, StatusCodes.Status409Conflict),
            _ => PageResult.SeeOther(http, http.Request.Path.Value![..^(verb.Length + 1)] + "#latest"),
        };
    }

    // Who comes by a mail has often chosen no language in this browser; the ticket has one.
    private static async Task<Ticket?> OpenAsync(HttpContext http, string key, bool byLink, TicketDoor door)
    {
        var ticket = await door.OpenAsync(http, key, byLink);
        if (ticket is not null)
        {
            PageLanguage.Prefer(http, ticket.Language);
        }
        return ticket;
    }

    /// <summary>Why the ticket does not allow it, for its asker.</summary>
    internal static string Of(HttpContext http, Ticket ticket, Refusal refused)
    {
        var language = PageLanguage.Of(http);
        return refused.Reason switch
        {
            RefusalReason.TooLate => language.Say("完了から日が経っているため、新しい相談としてお送りください。", "This was completed too long ago. Please open a new consultation."),
            RefusalReason.NotNow when ticket.FirstReplyAt is not null => language.Say("今の状態では、それはできません。ページの内容をお確かめください。", "This is not possible now; please look at the page."),
            RefusalReason.Completed => language.Say("この相談はすでに完了しています。", "This consultation is completed already."),
            _ => language.Say("回答が届いてからお知らせください。", "Please wait for the reply first."),
        };
    }

    private static IResult Page(HttpContext http, Ticket ticket, string key, bool byLink, string? message = null, AskerDraft? draft = null, int status = StatusCodes.Status200OK) =>
        PageResult.Show<ConsultationPage>(status,
            ("Ticket", ticket), ("Path", (byLink ? "/c/" : "/consultations/") + key), ("ByLink", byLink), ("Message", message), ("Done", AskerPrivacy.Done(http.Request.Query["done"], PageLanguage.Of(http))), ("Draft", draft ?? AskerDraft.New()),
            ("Standing", http.RequestServices.GetRequiredService<DeskTriage>().Standing(ticket, http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow())));

    // The address of a private link must not reach others, and nobody's browser keeps what it shows.
    internal static void Private(HttpContext http)
    {
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["Referrer-Policy"] = "no-referrer";
        http.Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
    }
}
