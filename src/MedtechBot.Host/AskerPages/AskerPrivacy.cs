using MedtechBot.Answers;
using MedtechBot.Consultations;
using MedtechBot.Coordination;
using MedtechBot.Host.Pages;

namespace MedtechBot.Host.AskerPages;

/// <summary>What an asker decides about who sees their consultation: secrecy, where mail goes, links that open nothing any more.</summary>
internal static class AskerPrivacy
{
    public static bool Knows(string verb) => Done(verb, Language.English) is not null;

    /// <param name="again">The page once more, with what must be put right.</param>
    public static async Task<IResult> ActAsync(HttpContext http, Ticket ticket, string? typedEmail, bool byLink, string verb, Func<string, IResult> again)
    {
        var (services, cancellation) = (http.RequestServices, http.RequestAborted);
        // A link may have gone to a stranger, who can have the mails stopped and not sent elsewhere.
        var email = byLink ? null : IntakeForm.ReadEmail(typedEmail);
        if (verb == "email" && !byLink && email is null && !string.IsNullOrWhiteSpace(typedEmail))
        {
            return again(PageLanguage.Of(http).Say("メールアドレスの形をご確認ください(例: name@example.jp)。", "Please check the e-mail address (for example name@example.com)."));
        }
        switch (verb)
        {
            case "confidential":
                await services.GetRequiredService<MarkTicketConfidential>().HandleAsync(ticket.Number, null, cancellation);
                break;
            case "email":
                await services.GetRequiredService<ChangeAskerEmail>().HandleAsync(ticket.Number, null, email, cancellation);
                break;
            default:
                await services.GetRequiredService<RevokeAskerLinks>().HandleAsync(ticket.Number, cancellation);
                break;
        }
        return byLink && verb is not "confidential" ? LinksEnded(http) : PageResult.SeeOther(http, http.Request.Path.Value![..^(verb.Length + 1)] + "?done=" + verb);
    }

    /// <summary>What is told once it is done; null for anything else.</summary>
    public static string? Done(string? verb, Language language) => verb switch
    {
        "revoke" => language.Say("これまでにお送りしたリンクを、すべて使えなくしました。", "All links sent so far have been disabled."),
        "email" => language.Say("お知らせ先を変えました。これまでにお送りしたリンクは使えません。", "Where you get mail was changed. Links sent so far open nothing any more."),
        "confidential" => language.Say(
            "秘密の相談にしました。読めるのは、担当者・担当者が共有した専門家・管理者だけです。",
            "It is confidential now: only whoever is in charge, experts they share it with, and administrators can read it."),
        _ => null,
    };

    // The link that led here opens nothing any more either.
    private static IResult LinksEnded(HttpContext http)
    {
        var language = PageLanguage.Of(http);
        return PageResult.Show<MessagePage>(StatusCodes.Status200OK,
            ("Title", language.Say("リンクを無効にしました", "The links are disabled")),
            ("Message", language.Say(
                "メールでお送りしたリンクは、このリンクも含めて使えなくなりました。相談を送ったブラウザーからは、「自分の相談」で開けます。",
                "The links that were mailed to you, this one included, open nothing any more. In the browser you filed it in, the consultation is under \"My consultations\".")));
    }
}
