using System.Security.Cryptography;
using MedtechBot.Channels;
using MedtechBot.Host.Desk;
using Microsoft.AspNetCore.DataProtection;

namespace MedtechBot.Host.People;

/// <summary>Remembers that an account was signed in with this browser. It opens nothing; <see cref="SignInThrottle"/> trusts it a little more.</summary>
internal sealed class KnownBrowser(IDataProtectionProvider protection)
{
    private const string CookieName = "medtechbot-desk-known";

    private readonly IDataProtector _protector = protection.CreateProtector("MedtechBot.KnownBrowser.v1");

    /// <summary>A name for this browser when it is known to the account.</summary>
    public string? Of(HttpContext http, string personId)
    {
        try
        {
            return http.Request.Cookies[CookieName] is { Length: > 0 and < 1_000 } cookie && _protector.Unprotect(cookie).Split(' ') is [var known, var device] && known == personId
                ? device : null;
        }
        catch (Exception failure) when (failure is CryptographicException or FormatException)
        {
            return null;
        }
    }

    public void Remember(HttpContext http, string personId)
    {
        http.Response.Cookies.Append(CookieName, _protector.Protect(personId + " " + (Of(http, personId) ?? RandomId.Next())), new CookieOptions
        {
            HttpOnly = true,
            IsEssential = true,
            MaxAge = TimeSpan.FromDays(180),
            Path = DeskGuard.Root,
            SameSite = SameSiteMode.Lax,
            Secure = http.Request.IsHttps,
        });
    }
}
