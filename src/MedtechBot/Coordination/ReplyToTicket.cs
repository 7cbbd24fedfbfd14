using MedtechBot.Answers;
using MedtechBot.Channels;
using MedtechBot.Consultations;

namespace MedtechBot.Coordination;

/// <param name="ReplyId">Random, made with the form: sending it twice writes one reply.</param>
/// <param name="SeenVersion">The version the coordinator had before their eyes while writing; null when they saw none.</param>
public sealed record Reply(TicketNumber Number, string By, string ReplyId, string Text, int? SeenVersion)
{
    public const int LongestText = TicketTexts.Longest;
    public const int MostSources = 20;

    /// <summary>What it rests on, numbered from 1; the caller has checked the quotes.</summary>
    public IReadOnlyList<Citation> Sources { get; init; } = [];

    public IReadOnlyList<UploadedFile> Files { get; init; } = [];
}

/// <summary>The coordinator in charge answers the asker.</summary>
public sealed class ReplyToTicket(ChangeTicket change, TimeProvider time)
{
    /// <returns>Null when there is no such ticket.</returns>
    /// <exception cref="ArgumentException">The text is empty or too long, or the reply's id is none.</exception>
    public Task<TicketChange?> HandleAsync(Reply reply, CancellationToken cancellation = default)
    {
        TicketTexts.Check(reply.Text);
        TicketTexts.CheckId(reply.ReplyId);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(reply.Sources.Count, Reply.MostSources);
        var written = new ReplyWritten(time.GetUtcNow(), reply.By, reply.ReplyId, reply.Text, reply.Sources.Count > 0 ? reply.Sources : null, reply.Files.Count > 0 ? reply.Files : null);
        return change.HandleAsync(reply.Number, ticket => TicketRules.Reply(ticket, written, reply.SeenVersion), cancellation);
    }
}
