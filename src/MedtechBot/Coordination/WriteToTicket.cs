using MedtechBot.Channels;
using MedtechBot.Consultations;

namespace MedtechBot.Coordination;

/// <summary>The asker adds something to a ticket.</summary>
public sealed class WriteToTicket(ChangeTicket change, TimeProvider time)
{
    /// <param name="messageId">Names what was written: taken in once.</param>
    /// <returns>Null when there is no such ticket.</returns>
    /// <exception cref="ArgumentException">Neither text nor files, or a text beyond <see cref="TicketTexts.Longest"/>.</exception>
    public Task<TicketChange?> HandleAsync(TicketNumber number, string messageId, string text, IReadOnlyList<UploadedFile> files, CancellationToken cancellation = default)
    {
        if (files.Count == 0)
        {
            TicketTexts.Check(text);
        }
        var wrote = new AskerWrote(time.GetUtcNow(), messageId, text, files.Count > 0 ? files : null);
        return change.HandleAsync(number, ticket => AskerRules.Write(ticket, wrote), cancellation);
    }
}
