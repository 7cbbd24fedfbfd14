using System.Globalization;
using System.Net;
using System.Text.Json;
using MedtechBot.Deliveries;
using MedtechBot.Teams;

namespace MedtechBot.Host.Teams;

/// <summary>What a connector said to a call.</summary>
/// <param name="Status">Null when it said nothing.</param>
/// <param name="Id">The id it gave the activity or conversation; null when it gave none.</param>
internal sealed record ConnectorAnswer(HttpStatusCode? Status, string? Id, DeliveryOutcome Outcome)
{
    // Words of the receiver's own are not kept; these are known and mean something to whoever looks why nothing arrives.
    private static readonly string[] KnownErrors =
        ["BotNotInConversationRoster", "BotDisabledByAdmin", "ConversationBlockedByUser", "ConversationNotFound", "MessageWritesBlocked", "BotNotRegistered", "NotEnoughPermissions"];

    /// <summary>It found the activity too large.</summary>
    public bool IsTooLarge => Status == HttpStatusCode.RequestEntityTooLarge;

    /// <summary>Reads what matters; the head alone says whether the message was taken.</summary>
    public static async Task<ConnectorAnswer> ReadAsync(HttpResponseMessage response, int largest, TimeProvider time, CancellationToken cancellation)
    {
        var body = await BodyAsync(response, largest, cancellation);
        return new ConnectorAnswer(response.StatusCode, IdIn(body), OutcomeOf(response, body, time));
    }

    private static DeliveryOutcome OutcomeOf(HttpResponseMessage response, JsonElement body, TimeProvider time)
    {
        var status = (int)response.StatusCode;
        var code = string.Create(CultureInfo.InvariantCulture, $"http-{status}");
        return status switch
        {
            >= 200 and < 300 => DeliveryOutcome.Delivered,
            // Whoever stands between us and Teams did not hear either what became of it.
            500 or 502 or 504 => DeliveryOutcome.Unacknowledged(code) with { NotWithin = Pause(response, time) },
            401 or 408 or 409 or 412 or 429 or 503 or < 400 or > 500 => DeliveryOutcome.TryAgain(code) with { NotWithin = Pause(response, time) },
            _ => DeliveryOutcome.Refused(ErrorIn(body) is { } error ? $"{code}-{error}" : code),
        };
    }

    private static TimeSpan? Pause(HttpResponseMessage response, TimeProvider time) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } when date > time.GetUtcNow() => date - time.GetUtcNow(),
        _ => null,
    };

    private static async Task<JsonElement> BodyAsync(HttpResponseMessage response, int largest, CancellationToken cancellation)
    {
        try
        {
            await using var stream = await response.Content.ReadAsStreamAsync(cancellation);
            var bytes = new byte[largest];
            var read = await stream.ReadAtLeastAsync(bytes, largest, throwOnEndOfStream: false, cancellation);
            return JsonDocument.Parse(bytes.AsMemory(0, read), new JsonDocumentOptions { MaxDepth = 8 }).RootElement;
        }
        catch (Exception unreadable) when (unreadable is JsonException or IOException or HttpRequestException || (unreadable is OperationCanceledException && response.IsSuccessStatusCode))
        {
            return default;
        }
    }

    private static string? IdIn(JsonElement body) =>
        body.ValueKind == JsonValueKind.Object && body.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String && id.GetString() is { Length: > 0 and <= TeamsLengths.Activity } text ? text : null;

    private static string? ErrorIn(JsonElement body) =>
        body.ValueKind == JsonValueKind.Object && body.TryGetProperty("error", out var error) && error.ValueKind == JsonValueKind.Object
        && error.TryGetProperty("code", out var code) && code.ValueKind == JsonValueKind.String ? Array.Find(KnownErrors, e => e == code.GetString()) : null;
}
