namespace MedtechBot.Host.Pages;

/// <summary>Headers that keep a page to its own files and out of other sites' frames.</summary>
public static class PageHeaders
{
    /// <summary>No inline script or style anywhere: what a page needs comes from its own address.</summary>
    public const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; manifest-src 'self'; "
        + "worker-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static readonly object FramedKey = new();

    /// <summary>Lets this page alone be shown inside pages of these hosts.</summary>
    public static void AllowFramesOf(HttpContext http, string hosts)
    {
        http.Items[FramedKey] = true;
        http.Response.Headers.ContentSecurityPolicy = ContentSecurityPolicy.Replace("frame-ancestors 'none'", "frame-ancestors " + hosts, StringComparison.Ordinal);
    }

    /// <summary>Sets the headers on every response that has not set its own; first in the pipeline.</summary>
    public static void UsePageHeaders(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        http.Response.OnStarting(() =>
        {
            var headers = http.Response.Headers;
            headers.XContentTypeOptions = "nosniff";
            SetIfMissing(headers, "Referrer-Policy", "same-origin");
            if (!http.Items.ContainsKey(FramedKey))
            {
                SetIfMissing(headers, "X-Frame-Options", "DENY");
            }
            SetIfMissing(headers, "Content-Security-Policy", ContentSecurityPolicy);
            if (http.Response.ContentType?.StartsWith("text/html", StringComparison.Ordinal) == true)
            {
                SetIfMissing(headers, "Cache-Control", "private, no-cache");
            }
            return Task.CompletedTask;
        });
        return next();
    });

    private static void SetIfMissing(IHeaderDictionary headers, string name, string value)
    {
        if (!headers.ContainsKey(name))
        {
            headers[name] = value;
        }
    }
}
