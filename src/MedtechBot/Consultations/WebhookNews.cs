using System.Reflection;
using System.Text.Json.Serialization;
using MedtechBot.Deliveries.Webhooks;

namespace MedtechBot.Consultations;

/// <summary>Tells programs by webhook of everything that happens to a ticket.</summary>
public static class WebhookNews
{
    public static TicketNews By(TicketWebhooks webhooks) => (ticket, happened) =>
        webhooks.Of(ticket.Number.Value, ticket.Version, TicketEventTypes.Of(happened), happened.At, ticket.Status.Code());
}

/// <summary>What events are called where programs talk: the word under which they are kept.</summary>
public static class TicketEventTypes
{
    private static readonly Dictionary<Type, string> Types = typeof(TicketEvent).GetCustomAttributes<JsonDerivedTypeAttribute>()
        .ToDictionary(a => a.DerivedType, a => (string)a.TypeDiscriminator!);

    public static IReadOnlyCollection<string> All => Types.Values;

    public static string Of(TicketEvent happened) => Types[happened.GetType()];
}
