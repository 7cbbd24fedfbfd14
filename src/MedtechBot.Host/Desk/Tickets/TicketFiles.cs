using MedtechBot.Channels;
using MedtechBot.Consultations;
using MedtechBot.Host.DirectLine;
using MedtechBot.Host.Pages;

namespace MedtechBot.Host.Desk.Tickets;

/// <summary>Gives the files of a ticket to those who may see it.</summary>
internal static class TicketFiles
{
    public static async Task<IResult> DownloadAsync(HttpContext http, string id, Uploads uploads, CancellationToken cancellation)
    {
        if (await uploads.FindAsync(id, cancellation) is not { } upload
            || !Belongs(upload, SeenTicket.Of(http).Ticket)
            || uploads.Open(upload) is not { } content)
        {
            return ErrorPages.Show(http, StatusCodes.Status404NotFound);
        }
        return FileDownload.Give(http, upload, content);
    }

    /// <summary>Of the ticket's conversation; without consent to share that, only what was sent with the ticket itself.</summary>
    public static bool Belongs(UploadRow upload, Ticket ticket) => upload.ConversationId == ticket.ConversationId
        && (ticket.Details.SharesTranscript || ticket.History.SelectMany(Of).Any(f => f.Id == upload.Id));

    private static IReadOnlyList<UploadedFile> Of(TicketEvent happened) => happened switch
    {
        AskerWrote wrote => wrote.Files ?? [],
        ReplyWritten reply => reply.Files ?? [],
        _ => [],
    };
}
