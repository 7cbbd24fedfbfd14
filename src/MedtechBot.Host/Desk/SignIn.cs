using System.Security.Claims;
using MedtechBot.Consultations;
using MedtechBot.Coordination;
using MedtechBot.Host.Pages;
using MedtechBot.Host.RequestLimits;
using Microsoft.AspNetCore.Authentication;

namespace MedtechBot.Host.Desk;

/// <summary>
/// Signing in with a single-use link. Opening the link only shows a form, so that previews and virus scanners do not use it up;
/// sending the form does. Whoever gives the same name again, also from another device, is the same coordinator.
/// </summary>
internal static class SignIn
{
    public const int LongestName = 40;
    private const string NameCookie = "medtechbot-desk-name";

    public static void MapSignIn(this RouteGroupBuilder desk)
    {
        var signIn = desk.MapGroup("/sign-in").Limit(Door.SignIn);
        signIn.MapGet("/{token}", OpenAsync);
        signIn.MapPost("/{token}", EnterAsync).AddEndpointFilter(DeskGuard.RequireOwnFormAsync);
    }

    public static async Task<IResult> LeaveAsync(HttpContext http)
    {
        await http.SignOutAsync(DeskGuard.Scheme);
        return DeskTickets.SeeOther(http, DeskGuard.Root);
    }

    private static async Task<IResult> OpenAsync(HttpContext http, string token, DeskLinks links, CancellationToken cancellation) =>
        await links.IsValidAsync(token, cancellation) ? Form(http, http.Request.Cookies[NameCookie]) : Expired();

    private static async Task<IResult> EnterAsync(HttpContext http, string token, DeskLinks links, CancellationToken cancellation)
    {
        var name = CleanName(http.Request.Form["name"]);
        if (name is not { Length: > 0 and <= LongestName })
        {
            return await links.IsValidAsync(token, cancellation)
                ? Form(http, name, $"お名前を{LongestName}文字以内でご記入ください。", StatusCodes.Status422UnprocessableEntity)
                : Expired();
        }
        if (!await links.RedeemAsync(token, cancellation))
        {
            return Expired();
        }
        var coordinator = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Name, name)], DeskGuard.Scheme));
        await http.SignInAsync(DeskGuard.Scheme, coordinator, new AuthenticationProperties { IsPersistent = true });
        http.Response.Cookies.Append(NameCookie, name, new CookieOptions
        {
            HttpOnly = true,
            IsEssential = true,
            MaxAge = TimeSpan.FromDays(365),
            Path = DeskGuard.Root,
            SameSite = SameSiteMode.Lax,
            Secure = http.Request.IsHttps,
        });
        return DeskTickets.SeeOther(http, DeskGuard.Root);
    }

    private static IResult Form(HttpContext http, string? name, string? message = null, int status = StatusCodes.Status200OK) =>
        PageResult.Show<SignInPage>(status, ("Visitor", DeskGuard.Visitor(http)), ("Name", name), ("Message", message));

    private static string? CleanName(string? name) => IntakeForm.Clean(name?.Length <= 1_000 ? name : null, keepLines: false);

    private static IResult Expired() =>
        DeskGuard.SignInNeeded("このリンクは使用済みか、有効期限(15分)を過ぎています。");
}
