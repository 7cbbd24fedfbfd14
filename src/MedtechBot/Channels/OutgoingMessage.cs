using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using MedtechBot.Answers;

namespace MedtechBot.Channels;

/// <summary>A message to the asker before a channel gives it its own shape.</summary>
public sealed record OutgoingMessage
{
    /// <summary>The same key is delivered once, however often it is sent.</summary>
    public required string DeliveryKey { get; init; }

    /// <summary>Markdown. For an answer this is <see cref="Answer.Text"/>.</summary>
    public required string Text { get; init; }

    /// <summary>Set when the message is the bot's answer: citations, date line, suggestions and thumbs are shown from it.</summary>
    public Answer? Answer { get; init; }

    /// <summary>An Adaptive Card below the text, or null.</summary>
    public JsonObject? Card { get; init; }

    /// <summary>Short replies offered as buttons.</summary>
    public IReadOnlyList<string> Suggestions { get; init; } = [];

    /// <summary>Who speaks: null for the bot, otherwise the coordinator's display name.</summary>
    public string? SpokenBy { get; init; }

    /// <summary>The number of the ticket it is about, or null.</summary>
    public string? Ticket { get; init; }

    /// <summary>Files that come with it; their bytes lie where askers' uploads lie.</summary>
    public IReadOnlyList<UploadedFile> Files { get; init; } = [];

    /// <summary>The turn this answers, for thumbs; null when there is nothing to rate.</summary>
    public string? TurnId { get; init; }

    /// <summary>The asker's message that this is the reply to; null for what is said unasked.</summary>
    public string? AnswerTo { get; init; }

    /// <summary>Whoever asked has it in hand with the answer to the very request, so nobody is called for it.</summary>
    [JsonIgnore]
    public bool IsTaken { get; init; }
}
