using MedtechBot.Host.DirectLine;
using MedtechBot.Host.Pages;
using MedtechBot.Host.People;

namespace MedtechBot.Host.Desk.Tickets;

/// <summary>Gives the files of a ticket to those who may see it.</summary>
internal static class TicketFiles
{
    public static async Task<IResult> DownloadAsync(HttpContext http, string id, Uploads uploads, CancellationToken cancellation)
    {
        if (await uploads.FindAsync(id, cancellation) is not { } upload
            || !(await SharedConversation.OfAsync(http.RequestServices, SeenTicket.Of(http).Ticket, SignedIn.Of(http), cancellation)).Shows(upload)
            || uploads.Open(upload) is not { } content)
        {
            return ErrorPages.Show(http, StatusCodes.Status404NotFound);
        }
        return FileDownload.Give(http, upload, content);
    }
}
