using System.Security.Claims;
using MedtechBot.Host.Desk;
using MedtechBot.People;
using Microsoft.AspNetCore.Authentication;

namespace MedtechBot.Host.People;

/// <summary>
/// Who is behind a request. The cookie only says which account and which of its sessions; whether that still holds, and with which
/// role, is read from the database at each request.
/// </summary>
internal static class SignedIn
{
    private const string StampClaim = "stamp";
    private const string SessionClaim = "session";

    /// <summary>The person of this request. Only behind the guard, which has made sure that there is one.</summary>
    public static Person Of(HttpContext http) =>
        http.Features.Get<Person>() ?? throw new InvalidOperationException("The route stands outside the guard.");

    /// <summary>Says who is behind this request, for everything that follows.</summary>
    public static void Set(HttpContext http, Person person) => http.Features.Set(person);

    /// <summary>Reads the desk's cookie; null when nobody is signed in, or not any more.</summary>
    public static async Task<Person?> ReadAsync(HttpContext http)
    {
        var cookie = (await http.AuthenticateAsync(DeskGuard.Scheme)).Principal;
        return cookie?.FindFirstValue(ClaimTypes.NameIdentifier) is { } id && cookie.FindFirstValue(StampClaim) is { } stamp && cookie.FindFirstValue(SessionClaim) is { } session
            ? await http.RequestServices.GetRequiredService<Accounts>().FindSessionAsync(id, stamp, session, http.RequestAborted)
            : null;
    }

    /// <summary>Begins a session in this browser.</summary>
    public static Task BeginAsync(HttpContext http, PersonRow person)
    {
        var session = new ClaimsIdentity(
            [new Claim(ClaimTypes.NameIdentifier, person.Id), new Claim(StampClaim, person.SecurityStamp), new Claim(SessionClaim, Secret.NextId())], DeskGuard.Scheme);
        http.RequestServices.GetRequiredService<KnownBrowser>().Remember(http, person.Id);
        return http.SignInAsync(DeskGuard.Scheme, new ClaimsPrincipal(session), new AuthenticationProperties { IsPersistent = true });
    }

    /// <summary>Ends the session of this request; a copy of its cookie opens nothing either.</summary>
    public static async Task EndAsync(HttpContext http, OwnAccount own)
    {
        var session = (await http.AuthenticateAsync(DeskGuard.Scheme)).Principal!.FindFirstValue(SessionClaim)!;
        await own.EndSessionAsync(Of(http), session, CancellationToken.None);
        await http.SignOutAsync(DeskGuard.Scheme);
    }
}
