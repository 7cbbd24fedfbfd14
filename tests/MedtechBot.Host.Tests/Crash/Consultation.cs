using MedtechBot.Channels;

namespace MedtechBot.Host.Tests.Crash;

/// <summary>A matter on its way through the product, and what was acknowledged of it.</summary>
internal sealed class Consultation(int place)
{
    public string SubmissionId { get; } = RandomId.Next();

    public string Summary { get; } = $"相談 {place} の要旨";

    public string Email { get; } = $"asker-{place}@example.jp";

    public string Reply { get; } = "回答 " + Word();

    public string Addition { get; } = "追記 " + Word();

    /// <summary>The number that the asker was told.</summary>
    public string? Number { get; set; }

    public string? ConversationId { get; set; }

    public bool IsReplied { get; set; }

    public bool IsAddedTo { get; set; }

    // Without digits, since long numbers are masked in conversations as personal data.
    private static string Word() => new([.. RandomId.Next().Select(c => char.IsAsciiDigit(c) ? (char)(c - '0' + 'g') : c)]);
}
