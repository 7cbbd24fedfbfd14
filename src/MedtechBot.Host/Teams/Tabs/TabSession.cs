using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace MedtechBot.Host.Teams.Tabs;

/// <summary>
/// An hour in a tab. The cookie says who it is and until when, and counts inside of Teams alone (Partitioned); what they may do is looked up at
/// each request.
/// </summary>
internal sealed class TabSession(IDataProtectionProvider protection, TimeProvider time)
{
    public const string CookieName = "__Host-medtechbot-tab";

    private const int LongestCookie = 1_000;
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    private readonly IDataProtector _cookies = protection.CreateProtector("MedtechBot.TeamsTab.v1");
    private readonly IDataProtector _forms = protection.CreateProtector("MedtechBot.TeamsTab.Form.v1");

    public void Begin(HttpContext http, TabIdentity identity) => http.Response.Cookies.Append(CookieName, Seal(identity), new CookieOptions
    {
        HttpOnly = true,
        IsEssential = true,
        MaxAge = Lifetime,
        Path = "/",
        // The tab is a frame of another site.
        SameSite = SameSiteMode.None,
        Secure = true,
        Extensions = { "Partitioned" },
    });

    /// <summary>What the cookie holds.</summary>
    public string Seal(TabIdentity identity) => _cookies.Protect($"{Named(identity)}|{(time.GetUtcNow() + Lifetime).UtcTicks}");

    /// <returns>Null when there is no session, or not any more.</returns>
    public TabIdentity? Find(HttpContext http) =>
        http.Request.Cookies[CookieName] is { Length: > 0 and <= LongestCookie } cookie
            && Opened(_cookies, cookie)?.Split('|') is [var tenant, var person, var until]
            && long.TryParse(until, NumberStyles.None, CultureInfo.InvariantCulture, out var end) && time.GetUtcNow().UtcTicks < end
            ? new TabIdentity(tenant, person)
            : null;

    /// <summary>What a form of a tab carries to be known as one that was shown to this person.</summary>
    public string FormToken(TabIdentity identity) => _forms.Protect(Named(identity));

    public bool IsOwnForm(TabIdentity identity, string? token) =>
        token is { Length: > 0 and <= LongestCookie } && Opened(_forms, token) == Named(identity);

    private static string Named(TabIdentity identity) => $"{identity.TenantId}|{identity.ObjectId}";

    private static string? Opened(IDataProtector protector, string text)
    {
        try
        {
            return protector.Unprotect(text);
        }
        catch (Exception failure) when (failure is CryptographicException or FormatException)
        {
            return null;
        }
    }
}
