using MedtechBot.Consultations;

namespace MedtechBot.Coordination;

/// <summary>Writes something down for the desk alone.</summary>
public sealed class WriteNote(ChangeTicket change, TimeProvider time)
{
    /// <param name="noteId">Random, made with the form: sending it twice writes it once.</param>
    /// <returns>Null when there is no such ticket.</returns>
    /// <exception cref="ArgumentException">The text is empty or too long, or the id is none.</exception>
    public Task<TicketChange?> HandleAsync(TicketNumber number, string by, string noteId, string text, CancellationToken cancellation = default)
    {
        TicketTexts.Check(text);
        TicketTexts.CheckId(noteId);
        return change.HandleAsync(number, ticket => TicketRules.Note(ticket, new NoteWritten(time.GetUtcNow(), by, noteId, text)), cancellation);
    }
}
