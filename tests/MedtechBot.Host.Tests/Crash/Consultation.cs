using MedtechBot.Channels;

namespace MedtechBot.Host.Tests.Crash;

/// <summary>A matter on its way through the product, and what was acknowledged of it.</summary>
internal sealed class Consultation(int place)
{
    public string SubmissionId { get; } = RandomId.Next();

    public string Summary { get; } = $"相談 {place} の要旨";

    public string Email { get; } = $"asker-{place}@example.jp";

    public string Reply { get; } = $"回答 {RandomId.Next()}";

    public string Addition { get; } = $"追記 {RandomId.Next()}";

    /// <summary>The number that the asker was told.</summary>
    public string? Number { get; set; }

    public string? ConversationId { get; set; }

    public bool IsReplied { get; set; }

    public bool IsAddedTo { get; set; }
}
