using MedtechBot.Answers;

namespace MedtechBot.Host.Pages;

/// <summary>The language a page is shown in: <c>?lang=</c> chooses and is remembered in a cookie; Japanese otherwise.</summary>
public static class PageLanguage
{
    public const string CookieName = "lang";

    public static Language Of(HttpContext http)
    {
        if (http.Items[typeof(PageLanguage)] is Language known)
        {
            return known;
        }
        var chosen = Parse(http.Request.Query["lang"]);
        var language = ChosenIn(http) ?? Language.Japanese;
        if (chosen is not null && !http.Response.HasStarted)
        {
            http.Response.Cookies.Append(CookieName, language.Code(), new CookieOptions
            {
                MaxAge = TimeSpan.FromDays(365),
                SameSite = SameSiteMode.Lax,
                Secure = http.Request.IsHttps,
                IsEssential = true,
            });
        }
        http.Items[typeof(PageLanguage)] = language;
        return language;
    }

    /// <summary>What the visitor chose by the switch, now or earlier; null when nothing was.</summary>
    public static Language? ChosenIn(HttpContext http) =>
        Parse(http.Request.Query["lang"]) ?? Parse(http.Request.Cookies[CookieName]);

    /// <summary>Shows this request's page in a language unless the visitor chose one; before anything of it is shown.</summary>
    public static void Prefer(HttpContext http, Language language)
    {
        if (ChosenIn(http) is null)
        {
            http.Items[typeof(PageLanguage)] = language;
        }
    }

    /// <summary>The text in the reader's language.</summary>
    public static string Say(this Language language, string japanese, string english) =>
        language == Language.English ? english : japanese;

    /// <summary>As in <c>&lt;html lang&gt;</c>.</summary>
    public static string Code(this Language language) => language.Say("ja", "en");

    private static Language? Parse(string? code) => code switch
    {
        "ja" => Language.Japanese,
        "en" => Language.English,
        _ => null,
    };
}
