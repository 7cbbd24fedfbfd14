using MedtechBot.Deliveries.Mail;
using MedtechBot.Host.Desk;
using MedtechBot.Host.Pages;
using MedtechBot.People;
using MedtechBot.Teams.Coordinators;
using Microsoft.AspNetCore.Authentication;

namespace MedtechBot.Host.People;

/// <summary>What people see and change about their own account, and the way out.</summary>
internal static class AccountRoutes
{
    private const string Root = DeskGuard.Root + "/account";

    public static void MapAccount(this RouteGroupBuilder desk)
    {
        var account = desk.MapGroup("").RequireRole(Role.Expert);
        account.MapPost("/sign-out", LeaveAsync);
        account.MapGet("/account", (HttpContext http, string? changed, CancellationToken cancellation) => ShowAsync(http, null, changed is not null, cancellation));
        account.MapPost("/account/password", SetPasswordAsync);
        account.MapPost("/account/mail", WantMailAsync);
        account.MapPost("/account/teams", (HttpContext http, TeamsLinks links, CancellationToken cancellation) => TieAsync(http, links, cancellation));
        account.MapPost("/account/teams/untie", UntieAsync);
        account.MapPost("/account/sign-out-everywhere", LeaveEverywhereAsync);
    }

    // Shown once, in the answer itself.
    private static async Task<IResult> TieAsync(HttpContext http, TeamsLinks links, CancellationToken cancellation) =>
        await ShowAsync(http, null, false, cancellation, await links.CreateCodeAsync(SignedIn.Of(http), cancellation));

    private static async Task<IResult> UntieAsync(HttpContext http, TeamsLinks links, CancellationToken cancellation)
    {
        await links.UntieAsync(SignedIn.Of(http), SignedIn.Of(http), cancellation);
        return PageResult.SeeOther(http, Root);
    }

    private static async Task<IResult> ShowAsync(HttpContext http, string? message, bool changed, CancellationToken cancellation, string? code = null) =>
        PageResult.Show<AccountPage>(message is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity,
            ("Visitor", DeskGuard.Visitor(http)), ("Message", message), ("Changed", changed),
            ("HasMail", http.RequestServices.GetRequiredService<MailOptions>().IsMailEnabled),
            ("Teams", await TeamsOfAccount.OfAsync(http, SignedIn.Of(http).Id, code, cancellation)),
            ("Account", await http.RequestServices.GetRequiredService<Accounts>().FindAsync(SignedIn.Of(http).Id, cancellation)));

    private static async Task<IResult> SetPasswordAsync(
        HttpContext http, Accounts accounts, OwnAccount own, Passwords passwords, SignInThrottle throttle, CancellationToken cancellation)
    {
        var (person, form) = (SignedIn.Of(http), http.Request.Form);
        var account = (await accounts.FindAsync(person.Id, cancellation))!;
        var password = form["password"].ToString();
        var wrong = PeopleWords.WrongWith(password, form["again"].ToString(), account.Name, account.Email);
        // Who finds the screen open shall not take the account over; nor try passwords here instead of at the door.
        if (wrong is null && account.PasswordHash is not null)
        {
            var browser = "session " + person.Id;
            wrong = !throttle.TrySpend(person.Id, browser) ? "続けて失敗したため、少し時間をおいてからもう一度お試しください。"
                : passwords.Verify(account, form["current"].ToString()) ? null : "現在のパスワードが違います。";
            if (wrong is null)
            {
                throttle.Refund(person.Id, browser);
            }
        }
        if (wrong is not null)
        {
            return await ShowAsync(http, wrong, false, cancellation);
        }
        if (await own.SetPasswordAsync(person, passwords.Hash(password), cancellation) is { } changed)
        {
            await SignedIn.BeginAsync(http, changed);
        }
        return PageResult.SeeOther(http, Root + "?changed=password");
    }

    private static async Task<IResult> WantMailAsync(HttpContext http, OwnAccount own, CancellationToken cancellation)
    {
        await own.WantMailAsync(SignedIn.Of(http), http.Request.Form["mail"] == "on", cancellation);
        return PageResult.SeeOther(http, Root);
    }

    private static async Task<IResult> LeaveAsync(HttpContext http, OwnAccount own)
    {
        await SignedIn.EndAsync(http, own);
        return PageResult.SeeOther(http, DeskGuard.Root);
    }

    private static async Task<IResult> LeaveEverywhereAsync(HttpContext http, OwnAccount own, CancellationToken cancellation)
    {
        await own.EndSessionsAsync(SignedIn.Of(http), cancellation);
        await http.SignOutAsync(DeskGuard.Scheme);
        return PageResult.SeeOther(http, DeskGuard.Root);
    }
}
