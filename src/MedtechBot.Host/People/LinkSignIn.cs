using MedtechBot.Host.Desk;
using MedtechBot.Host.Pages;
using MedtechBot.People;

namespace MedtechBot.Host.People;

/// <summary>
/// Signing in with the console's single-use link. Opening the link only shows a form, so that previews and virus scanners do not use
/// it up; sending the form does. Whoever gives the same name again, also from another device, is the same person.
/// </summary>
internal static class LinkSignIn
{
    private const string NameCookie = "medtechbot-desk-name";

    public static async Task<IResult> ShowAsync(HttpContext http, string token, DeskLinks links, CancellationToken cancellation) =>
        await links.FindAsync(token, cancellation) is { } link ? Form(http, link, link.Name ?? http.Request.Cookies[NameCookie]) : Expired();

    public static async Task<IResult> HandleAsync(HttpContext http, string token, DeskLinks links, CancellationToken cancellation)
    {
        var typed = http.Request.Form["name"].ToString();
        var entry = await links.EnterAsync(token, typed, cancellation);
        if (entry.Person is not { } person)
        {
            return await links.FindAsync(token, cancellation) is { } link
                ? Form(http, link, link.Name ?? typed, PeopleWords.Of(entry.Problem!.Value), StatusCodes.Status422UnprocessableEntity)
                : Expired();
        }
        await SignedIn.BeginAsync(http, person);
        http.Response.Cookies.Append(NameCookie, person.Name, new CookieOptions
        {
            HttpOnly = true,
            IsEssential = true,
            MaxAge = TimeSpan.FromDays(365),
            Path = DeskGuard.Root,
            SameSite = SameSiteMode.Lax,
            Secure = http.Request.IsHttps,
        });
        return PageResult.SeeOther(http, DeskGuard.Root);
    }

    private static IResult Form(HttpContext http, DeskLinkRow link, string? name, string? message = null, int status = StatusCodes.Status200OK) =>
        PageResult.Show<LinkPage>(status, ("Token", DeskGuard.FormToken(http)), ("Name", name), ("Preset", link.Name is not null), ("Message", message));

    private static IResult Expired() =>
        DeskGuard.SignInNeeded("このリンクは使用済みか、有効期限(15分)を過ぎています。");
}
