using System.Security.Cryptography;
using MedtechBot.Channels;
using Microsoft.AspNetCore.DataProtection;

namespace MedtechBot.Host.Askers;

/// <summary>
/// Who an anonymous asker is: a random id in a protected cookie that only the server reads. Web chat and quick page share it,
/// so that a person finds the same conversations in both.
/// </summary>
public sealed class AskerIdentity(IDataProtectionProvider protection)
{
    private const string CookieName = "medtechbot-asker";
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(180);
    private static readonly object ItemKey = new();

    private readonly IDataProtector _protector = protection.CreateProtector("MedtechBot.Asker.v1");

    /// <summary>The asker of this request, or null when there is no valid cookie.</summary>
    public string? Find(HttpContext http)
    {
        if (http.Items.TryGetValue(ItemKey, out var known))
        {
            return (string?)known;
        }
        if (http.Request.Cookies[CookieName] is not { Length: > 0 and < 1_000 } cookie)
        {
            return null;
        }
        try
        {
            return _protector.Unprotect(cookie);
        }
        catch (Exception failure) when (failure is CryptographicException or FormatException)
        {
            return null;
        }
    }

    /// <summary>Whoever comes next with this browser is somebody new. Call before the response starts.</summary>
    public void Forget(HttpContext http)
    {
        http.Items.Remove(ItemKey);
        http.Response.Cookies.Delete(CookieName, new CookieOptions { Path = "/" });
    }

    /// <summary>The asker of this request; a new one gets a cookie. Call before the response starts.</summary>
    public string GetOrCreate(HttpContext http)
    {
        if (Find(http) is { } asker)
        {
            return asker;
        }
        asker = RandomId.Next();
        http.Items[ItemKey] = asker;
        http.Response.Cookies.Append(CookieName, _protector.Protect(asker), new CookieOptions
        {
            HttpOnly = true,
            IsEssential = true,
            MaxAge = Lifetime,
            Path = "/",
            SameSite = SameSiteMode.Lax,
            Secure = http.Request.IsHttps,
        });
        return asker;
    }
}
