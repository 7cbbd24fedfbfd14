using MedtechBot.Host.Attachments;
using MedtechBot.Host.RequestLimits;
using Microsoft.AspNetCore.Http.Features;

namespace MedtechBot.Host.QuickPage;

/// <summary>Reads the forms of the quick page; what is not a form of ours is refused before anything happens.</summary>
internal static class QuickForm
{
    // A question is a few hundred bytes; one pasted far too long still gets a polite reply.
    private const long LargestBody = 2 * 1024 * 1024;

    /// <exception cref="BadHttpRequestException">Not a form, too large, one with files too many, or sent from another site.</exception>
    public static async Task<IFormCollection> ReadAsync(HttpContext http)
    {
        RefuseOtherSites(http);
        var largest = FileForms.LargestBody(http, LargestBody);
        if (!http.Request.HasFormContentType || http.Request.ContentLength > largest)
        {
            throw new BadHttpRequestException("Not a form of this page.",
                http.Request.HasFormContentType ? StatusCodes.Status413PayloadTooLarge : StatusCodes.Status400BadRequest);
        }
        if (largest > LargestBody && http.RequestServices.GetRequiredService<VisitLimits>().Refuse(http, Door.Upload) is not null)
        {
            throw new BadHttpRequestException("Too many files in a short time.", StatusCodes.Status429TooManyRequests);
        }
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = largest;
        }
        try
        {
            return await http.Request.ReadFormAsync(http.RequestAborted);
        }
        catch (InvalidDataException)
        {
            throw new BadHttpRequestException("The form cannot be read.");
        }
    }

    /// <summary>For what must be found out before the form is read.</summary>
    /// <exception cref="BadHttpRequestException">Sent from another site.</exception>
    public static void RefuseOtherSites(HttpContext http)
    {
        if (!IsFromHere(http.Request))
        {
            throw new BadHttpRequestException("Sent from another site.", StatusCodes.Status403Forbidden);
        }
    }

    // Browsers say where a form was sent from; the asker's cookie is SameSite=Lax besides.
    private static bool IsFromHere(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        return site.Length > 0
            ? site is "same-origin" or "none"
            : request.Headers.Origin.ToString() is not { Length: > 0 } origin
                || string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);
    }
}
