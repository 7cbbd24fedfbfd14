using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace MedtechBot.Channels;

/// <summary>How messages are written to the database.</summary>
internal static class ConversationJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        IgnoreReadOnlyProperties = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter() },
    };

    public static string Write<T>(T message) => JsonSerializer.Serialize(message, Options);

    /// <exception cref="JsonException">That is no such message.</exception>
    public static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, Options) ?? throw new JsonException();

    public static Activity Read(ActivityRow row) => new(
        row.ConversationId, row.Sequence, row.ActivityId, row.At, row.Kind,
        row.Kind == Speaker.User ? JsonSerializer.Deserialize<IncomingMessage>(row.Json, Options) : null,
        row.Kind == Speaker.User ? null : JsonSerializer.Deserialize<OutgoingMessage>(row.Json, Options));
}
