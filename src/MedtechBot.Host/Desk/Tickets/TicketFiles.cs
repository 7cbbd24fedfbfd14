using MedtechBot.Host.Attachments;
using MedtechBot.Host.Pages;
using MedtechBot.Host.People;

namespace MedtechBot.Host.Desk.Tickets;

/// <summary>Gives the files of a ticket to those of the desk who may see it.</summary>
internal static class TicketFiles
{
    public static async Task<IResult> DownloadAsync(HttpContext http, string id, Uploads uploads, CancellationToken cancellation) =>
        await FindAsync(http, id, uploads, cancellation) ?? ErrorPages.Show(http, StatusCodes.Status404NotFound);

    /// <summary>Only behind what has made sure that the ticket is seen in full.</summary>
    /// <returns>Null when there is no such file, or when it is not with this ticket.</returns>
    public static async Task<IResult?> FindAsync(HttpContext http, string id, Uploads uploads, CancellationToken cancellation)
    {
        var ticket = SeenTicket.Of(http).Ticket;
        return await uploads.FindAsync(id, cancellation) is { } upload
            && (await SharedConversation.OfAsync(http.RequestServices, ticket, SignedIn.Of(http), cancellation)).Shows(upload)
            && uploads.Open(upload) is { } content ? FileDownload.Give(http, upload, content) : null;
    }
}
