using System.Text.Json;
using System.Text.Json.Nodes;
using MedtechBot.Answers;
using MedtechBot.Channels;

namespace MedtechBot.Host.DirectLine;

/// <summary>
/// Takes from a client's activity what it may say: text, card fields, its own name for the message, its language. Who it is from,
/// when, where and under which id is ours to say, and is not even read.
/// </summary>
internal static class ActivityReader
{
    public const int LargestActivity = 256 * 1024;
    private const int Deepest = 32;

    /// <summary>The activity as a JSON object, or the refusal.</summary>
    public static async Task<(JsonObject? Activity, IResult? Refusal)> ReadAsync(Stream body, long? length, CancellationToken cancellation)
    {
        if (length > LargestActivity)
        {
            return (null, TooLarge);
        }
        var bytes = new byte[LargestActivity + 1];
        var read = await body.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellation);
        if (read > LargestActivity)
        {
            return (null, TooLarge);
        }
        try
        {
            CheckText(bytes.AsSpan(0, read));
            // Names given twice surface only when the content is looked at.
            var node = JsonNode.Parse(bytes.AsSpan(0, read))?.DeepClone();
            return node is JsonObject activity && TextOf(activity, "type") is { Length: > 0 }
                ? (activity, null)
                : (null, DirectLineErrors.BadRequest("An activity is a JSON object with a type."));
        }
        catch (Exception failure) when (failure is JsonException or ArgumentException or InvalidOperationException)
        {
            return (null, DirectLineErrors.BadRequest("The activity is not valid JSON, or too deep."));
        }
    }

    /// <summary>The message in an activity of type message.</summary>
    public static IncomingMessage MessageOf(JsonObject activity)
    {
        var value = activity["value"];
        var text = TextOf(activity, "text") ?? (value is JsonValue ? TextOf(activity, "value") : null) ?? "";
        return new IncomingMessage
        {
            Text = Printable(text),
            Value = value as JsonObject,
            Language = LanguageOf(TextOf(activity, "locale"), text),
            ClientId = TextOf(activity["channelData"] as JsonObject, "clientActivityID") is { Length: <= 100 } id ? id : null,
        };
    }

    // Parsing leaves text as it stands; halves of characters would fail later, wherever it is first read.
    private static void CheckText(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = Deepest });
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName)
            {
                _ = reader.GetString();
            }
        }
    }

    public static string? TextOf(JsonObject? node, string name) =>
        node is not null && node.TryGetPropertyValue(name, out var value) && value is JsonValue && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;

    // A person who chose English and yet writes Japanese is answered in Japanese.
    public static Language? LanguageOf(string? locale, string text) =>
        locale?.StartsWith("en", StringComparison.OrdinalIgnoreCase) == true && !text.Any(c => c is >= '\u3040' and <= '\u30ff' or >= '\u4e00' and <= '\u9fff')
            ? Language.English
            : null;

    // Control characters other than line breaks and tabs have no place in a message, nor have halves of characters.
    private static string Printable(string text) =>
        string.Concat(text.EnumerateRunes().Where(r => r.Value is '\n' or '\t' || !System.Text.Rune.IsControl(r)).Select(r => r.ToString()));

    private static IResult TooLarge => DirectLineErrors.TooLarge("An activity may have at most 256 KB.");
}
