namespace MedtechBot.Host.QuickPage;

/// <summary>Reads the forms of the quick page; what is not a form of ours is refused before anything happens.</summary>
internal static class QuickForm
{
    // A question is a few hundred bytes; one pasted far too long still gets a polite reply.
    private const long LargestBody = 2 * 1024 * 1024;

    /// <exception cref="BadHttpRequestException">Not a form, too large, or sent from another site.</exception>
    public static async Task<IFormCollection> ReadAsync(HttpContext http)
    {
        if (!IsFromHere(http.Request))
        {
            throw new BadHttpRequestException("Sent from another site.", StatusCodes.Status403Forbidden);
        }
        if (!http.Request.HasFormContentType || http.Request.ContentLength > LargestBody)
        {
            throw new BadHttpRequestException("Not a form of this page.",
                http.Request.HasFormContentType ? StatusCodes.Status413PayloadTooLarge : StatusCodes.Status400BadRequest);
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
