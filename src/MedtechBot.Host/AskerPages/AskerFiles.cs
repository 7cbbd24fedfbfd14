using MedtechBot.Consultations;
using MedtechBot.Host.Attachments;
using MedtechBot.Host.Pages;

namespace MedtechBot.Host.AskerPages;

/// <summary>Gives the files of a ticket's thread, of either side, to its asker.</summary>
internal static class AskerFiles
{
    /// <param name="key">A ticket's number, or the token of a private link.</param>
    public static async Task<IResult> DownloadAsync(HttpContext http, string key, string id, bool byLink, TicketDoor door, Uploads uploads)
    {
        ConsultationPages.Private(http);
        return await door.OpenAsync(http, key, byLink) is { } ticket && ticket.HasFile(id)
            && await uploads.FindAsync(id, http.RequestAborted) is { } upload && uploads.Open(upload) is { } content
            ? FileDownload.Give(http, upload, content)
            : ErrorPages.Show(http, StatusCodes.Status404NotFound);
    }

    /// <param name="key">The token of a link to this one file.</param>
    public static async Task<IResult> DownloadAsync(HttpContext http, string key, AskerLinks links, TicketStore tickets, Uploads uploads)
    {
        ConsultationPages.Private(http);
        return await links.ReadFileAsync(key, http.RequestAborted) is var (number, id) && await tickets.FindAsync(number, http.RequestAborted) is { } ticket && ticket.HasFile(id)
            && await uploads.FindAsync(id, http.RequestAborted) is { } upload && uploads.Open(upload) is { } content
            ? FileDownload.Give(http, upload, content)
            : ErrorPages.Show(http, StatusCodes.Status404NotFound);
    }
}
