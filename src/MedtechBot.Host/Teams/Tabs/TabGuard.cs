using MedtechBot.Answers;
using MedtechBot.Host.Pages;
using Microsoft.AspNetCore.Http.Features;

namespace MedtechBot.Host.Teams.Tabs;

/// <summary>What stands before every page of the tabs: they alone may be shown inside Teams, and are kept nowhere.</summary>
internal static class TabGuard
{
    /// <summary>Where Teams runs, government clouds included.</summary>
    public const string TeamsHosts =
        "https://teams.microsoft.com https://*.teams.microsoft.com https://teams.cloud.microsoft https://*.cloud.microsoft "
        + "https://teams.microsoft.us https://*.teams.microsoft.us";

    private const long LargestBody = 64 * 1024;

    public static ValueTask<object?> ProtectAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        PageHeaders.AllowFramesOf(http, TeamsHosts);
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } body)
        {
            body.MaxRequestBodySize = LargestBody;
        }
        // Teams says in the address which language its user reads.
        if (http.Request.Query["locale"].ToString().StartsWith("en", StringComparison.OrdinalIgnoreCase))
        {
            PageLanguage.Prefer(http, Language.English);
        }
        return next(context);
    }

    /// <summary>Without registration there is nobody to ask who somebody is.</summary>
    public static ValueTask<object?> RequireSettingsAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        context.HttpContext.RequestServices.GetService<TabSettings>() is null
            ? ValueTask.FromResult<object?>(NotSetUp(PageLanguage.Of(context.HttpContext)))
            : next(context);

    /// <summary>An address of the tabs in the language of this one.</summary>
    public static string Address(HttpContext http, string path) =>
        http.Request.Query["locale"].ToString() is { Length: >= 2 and <= 10 } locale && locale.All(c => char.IsAsciiLetter(c) || c == '-') ? $"{path}?locale={locale}" : path;

    private static IResult NotSetUp(Language language) => PageResult.Show<TabMessagePage>(StatusCodes.Status503ServiceUnavailable,
        ("Title", language.Say("Teams の設定がまだです", "Teams is not set up yet")),
        ("Message", language.Say(
            "この製品は、まだ Teams につながれていません。管理者の方は、manifests/teams/README.md の手順で MicrosoftAppId と MicrosoftAppTenantId を設定してください。",
            "This product is not connected to Teams yet. Its administrator sets MicrosoftAppId and MicrosoftAppTenantId as manifests/teams/README.md says.")));
}
