using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using MedtechBot.Answers;

namespace MedtechBot.Channels;

/// <summary>What an asker sent, whichever channel it came by.</summary>
public sealed record IncomingMessage
{
    public string Text { get; init; } = "";

    /// <summary>The fields of a card that was sent in. Handed to its handler and never kept with the conversation: they may be personal.</summary>
    [JsonIgnore]
    public JsonObject? Value { get; init; }

    /// <summary>The words behind a note that something was not kept. Never kept with the conversation: only a confidential ticket may take them in.</summary>
    [JsonIgnore]
    public string? Withheld { get; init; }

    /// <summary>Set when the message was a card, whose fields are not kept.</summary>
    public bool IsSubmission { get; init; }

    /// <summary>What the person chose; null lets the message decide.</summary>
    public Language? Language { get; init; }

    /// <summary>The client's own name for the message, given back so that it recognises its message.</summary>
    public string? ClientId { get; init; }

    public IReadOnlyList<UploadedFile> Files { get; init; } = [];

    /// <summary>What the channel itself has to say about the message, whatever the reply is; for example that it takes no files.</summary>
    public string? Remark { get; init; }

    /// <summary>True when the reply goes back with the answer to the very request that brought the message.</summary>
    public bool? WaitsForReply { get; init; }
}

/// <param name="Id">Unguessable; also the file's name in the uploads folder.</param>
/// <param name="Name">As whoever sent it called it; for showing only.</param>
public sealed record UploadedFile(string Id, string Name, string ContentType, long Size)
{
    public static UploadedFile Of(UploadRow row) => new(row.Id, row.Name, row.ContentType, row.Size);
}
