using MedtechBot.Answers;
using MedtechBot.Channels;
using MedtechBot.Consultations;

namespace MedtechBot.Coordination;

/// <summary>The coordinator in charge asks the asker for what is missing; the promised day waits meanwhile.</summary>
public sealed class AskBack(ChangeTicket change, TimeProvider time)
{
    /// <param name="questionId">Random, made with the form: sending it twice asks once.</param>
    /// <param name="seenVersion">The version the coordinator had before their eyes; null when they saw none.</param>
    /// <param name="sources">What the question rests on; words of the knowledge as it is.</param>
    /// <param name="files">What comes with it.</param>
    /// <returns>Null when there is no such ticket.</returns>
    /// <exception cref="ArgumentException">The text is empty or too long, or the id is none.</exception>
    public Task<TicketChange?> HandleAsync(
        TicketNumber number, string by, string questionId, string text, int? seenVersion,
        IReadOnlyList<Citation>? sources = null, IReadOnlyList<UploadedFile>? files = null, CancellationToken cancellation = default)
    {
        TicketTexts.Check(text);
        TicketTexts.CheckId(questionId);
        var asked = new AskedBack(time.GetUtcNow(), by, questionId, text, sources is { Count: > 0 } ? sources : null, files is { Count: > 0 } ? files : null);
        return change.HandleAsync(number, ticket => TicketRules.AskBack(ticket, asked, seenVersion), cancellation);
    }
}
