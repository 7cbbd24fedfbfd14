using MedtechBot.Channels;
using Microsoft.Net.Http.Headers;

namespace MedtechBot.Host.Attachments;

/// <summary>Gives a file that somebody sent to somebody else: to be saved, never to be opened as a page of ours.</summary>
internal static class FileDownload
{
    public static IResult Give(HttpContext http, UploadRow upload, Stream content)
    {
        var headers = http.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        headers.CacheControl = "private, no-store";
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(upload.Name);
        headers.ContentDisposition = disposition.ToString();
        return Results.Stream(content, upload.ContentType);
    }
}
