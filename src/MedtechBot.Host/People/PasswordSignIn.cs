using MedtechBot.Consultations;
using MedtechBot.Host.Desk;
using MedtechBot.Host.Pages;
using MedtechBot.People;

namespace MedtechBot.Host.People;

/// <summary>Signing in with name or e-mail address and password. Every failure gets the same answer.</summary>
internal static class PasswordSignIn
{
    private const string Refused = "お名前(またはメールアドレス)かパスワードが違います。";
    private const string TooOften = "続けて失敗したため、少し時間をおいてからもう一度お試しください。急ぐときは、管理者に新しいリンクの発行を依頼してください。";

    private const string NotTied = "この Microsoft アカウントではサインインできません。初めてのときは、管理者から届いた招待のリンクを開いてください。";

    public static IResult Show(HttpContext http, string? refused)
    {
        // Where the visitor came from, so that a link to a ticket leads there after all.
        var from = Uri.TryCreate(http.Request.Headers.Referer, UriKind.Absolute, out var referer) && referer.Authority == http.Request.Host.Value ? referer.AbsolutePath : null;
        return Form(http, "", from, refused == "entra" ? NotTied : null);
    }

    public static async Task<IResult> HandleAsync(
        HttpContext http, Accounts accounts, Passwords passwords, SignInThrottle throttle, KnownBrowser known, AuditLog audit, CancellationToken cancellation)
    {
        var form = http.Request.Form;
        var typed = form["name"].ToString();
        var password = form["password"].ToString();
        var next = form["next"].ToString();
        var person = typed.Length <= PersonDetails.LongestEmail ? await accounts.FindForSignInAsync(typed, cancellation) : null;
        var account = person?.Id ?? PersonName.KeyOf(typed.Length <= PersonDetails.LongestEmail ? typed : "");
        var browser = person is null ? null : known.Of(http, person.Id);
        if (!throttle.TrySpend(account, browser))
        {
            return Form(http, typed, next, TooOften, StatusCodes.Status429TooManyRequests);
        }
        if (!passwords.Verify(person, password.Length <= PasswordRule.Longest ? password : ""))
        {
            // What was typed as a name stays out of the log: it may be a password.
            await audit.AddAsync(new AuditEntry(null, AuditActions.SignedIn) { Subject = person?.Person, Outcome = AuditOutcome.Refused }, cancellation);
            return Form(http, typed, next, Refused, StatusCodes.Status422UnprocessableEntity);
        }
        throttle.Refund(account, browser);
        await audit.AddAsync(new AuditEntry(person!.Person, AuditActions.SignedIn) { Subject = person.Person }, cancellation);
        await SignedIn.BeginAsync(http, person);
        return PageResult.SeeOther(http, IsTicket(next) ? next : DeskGuard.Root);
    }

    private static IResult Form(HttpContext http, string name, string? next, string? message = null, int status = StatusCodes.Status200OK) =>
        PageResult.Show<PasswordPage>(status,
            ("Token", DeskGuard.FormToken(http)), ("Name", name), ("Next", IsTicket(next) ? next : null), ("Message", message),
            ("EntraId", http.RequestServices.GetService<EntraIdSettings>() is not null));

    // Nothing but a ticket's own page, so that nobody can be sent elsewhere.
    private static bool IsTicket(string? path) =>
        path is not null && path.StartsWith(DeskGuard.Root + "/tickets/", StringComparison.Ordinal)
        && TicketNumber.TryParse(path[(DeskGuard.Root.Length + "/tickets/".Length)..], out _);
}
