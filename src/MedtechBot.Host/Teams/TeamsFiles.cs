using MedtechBot.Channels;
using MedtechBot.Consultations;
using MedtechBot.Host.AskerPages;
using MedtechBot.Host.Attachments;
using MedtechBot.Host.Replies;

namespace MedtechBot.Host.Teams;

/// <summary>Where a file that came with a message opens for whoever reads that message; null where it does not.</summary>
internal delegate string? FilePath(OutgoingMessage message, UploadedFile file);

/// <summary>
/// Files of a reply, below its words: in Teams a bot can send none, so each is a link of ours. It opens that file alone, since in a group
/// others read along, and Teams' own browser brings no cookie.
/// </summary>
internal static class TeamsFiles
{
    public static FilePath By(AskerLinks links) => (message, file) => TicketNumber.TryParse(message.Ticket, out var number) ? links.PathOfFile(number, file.Id) : null;

    /// <param name="origin">The product's public address; null leaves names and sizes alone.</param>
    public static string Below(OutgoingMessage message, string? origin, FilePath? path) => message.Files.Count == 0 ? ""
        : "\n\n" + string.Join('\n', message.Files.Select(f => $"- 📎 {Name(f, origin is null ? null : path?.Invoke(message, f), origin)} ({FileSize.Of(f.Size)})"));

    private static string Name(UploadedFile file, string? path, string? origin)
    {
        var name = ReplyMarkdown.Escape(file.Name);
        return path is null ? name : $"[{name}]({origin}{path})";
    }
}
