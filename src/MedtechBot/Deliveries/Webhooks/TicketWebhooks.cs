using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace MedtechBot.Deliveries.Webhooks;

/// <summary>What those who want to hear of a ticket are told: that something happened, never what was written.</summary>
public sealed class TicketWebhooks(IReadOnlyList<WebhookEndpoint> endpoints)
{
    /// <summary>Messages for the outbox, one for each endpoint that wants to hear of this.</summary>
    /// <param name="version">The ticket's version after the event; with the number it makes the id, the same on every try.</param>
    /// <param name="type">What happened, in a word such as <c>opened</c>.</param>
    /// <param name="status">The ticket's status after the event.</param>
    public IEnumerable<OutboxMessage> Of(string ticketNumber, int version, string type, DateTimeOffset at, string status)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"{ticketNumber}-{version}");
        var body = JsonSerializer.Serialize(new Body(id, type, ticketNumber, at.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture), status), JsonSerializerOptions.Web);
        return endpoints.Where(e => e.Wants(type)).Select(e => new OutboxMessage(OutboxKinds.Webhook, $"{id}/{Name(e)}", e.Url, body));
    }

    /// <summary>Names an endpoint in logs: its address may hold a secret.</summary>
    private static string Name(WebhookEndpoint endpoint) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(endpoint.Url)).AsSpan(0, 4));

    private sealed record Body(string Id, string Type, string Number, string At, string Status);
}
