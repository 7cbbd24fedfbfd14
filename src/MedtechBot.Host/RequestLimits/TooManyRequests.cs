using System.Globalization;
using System.Threading.RateLimiting;
using MedtechBot.Answers;
using MedtechBot.Host.Api;
using MedtechBot.Host.Attachments;
using MedtechBot.Host.DirectLine;
using MedtechBot.Host.Pages;
using MedtechBot.Host.Teams;

namespace MedtechBot.Host.RequestLimits;

/// <summary>The refusal of one request too many: when to come back, in the visitor's language, in the shape the door speaks.</summary>
internal static class TooManyRequests
{
    private static readonly TimeSpan Usual = TimeSpan.FromSeconds(5);

    public static IResult Answer(HttpContext http, RateLimitLease? lease = null)
    {
        SayWhen(http, lease);
        var path = http.Request.Path;
        return path.StartsWithSegments("/v3/directline") || path.StartsWithSegments("/chat") || path.StartsWithSegments(MessagesEndpoint.Path) ? DirectLineErrors.TooMany(Sentence(http))
            : path.StartsWithSegments(ApiSetup.Root) ? ApiProblem.TooMany
            : ErrorPages.Show(http, StatusCodes.Status429TooManyRequests);
    }

    /// <summary>Of files there were enough for a day; words are still taken.</summary>
    public static IResult OfFiles(HttpContext http) => DirectLineErrors.TooMany(new FileRefusal(FileProblem.OverQuota).Say(Language(http)));

    /// <summary>Lets the answer say when to come again.</summary>
    public static void SayWhen(HttpContext http, RateLimitLease? lease)
    {
        var wait = lease is not null && lease.TryGetMetadata(MetadataName.RetryAfter, out var told) ? told : Usual;
        http.Response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        http.Response.Headers.CacheControl = "no-store";
    }

    private static string Sentence(HttpContext http) => Language(http).Say(
        "短い間に多くの操作がありました。少し待ってから、もう一度お試しください。", "Too many requests in a short time; please wait a moment.");

    // Programs choose no language by a cookie, but browsers and many clients say which one they speak.
    private static Language Language(HttpContext http) =>
        PageLanguage.ChosenIn(http) ?? (http.Request.Headers.AcceptLanguage.ToString().StartsWith("ja", StringComparison.OrdinalIgnoreCase) ? Answers.Language.Japanese : Answers.Language.English);
}
