using MedtechBot.Channels;

namespace MedtechBot.Consultations;

/// <summary>The files that the two sides of a ticket gave each other.</summary>
public static class TicketAttachments
{
    /// <summary>What came with the event.</summary>
    public static IReadOnlyList<UploadedFile> Files(this TicketEvent happened) => happened switch
    {
        TicketOpened opened => opened.Files ?? [],
        AskerWrote wrote => wrote.Files ?? [],
        AskedBack asked => asked.Files ?? [],
        ReplyWritten reply => reply.Files ?? [],
        _ => [],
    };

    /// <summary>Whether the file was given with this ticket.</summary>
    public static bool HasFile(this Ticket ticket, string id) => ticket.History.Any(h => h.Files().Any(f => f.Id == id));
}
