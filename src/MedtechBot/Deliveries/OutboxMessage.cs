using MedtechBot.Channels;

namespace MedtechBot.Deliveries;

/// <summary>Which <see cref="IDelivery"/> a message leaves by.</summary>
public static class OutboxKinds
{
    public const string Conversation = "conversation";
    public const string Mail = "mail";
    public const string Webhook = "webhook";

    /// <summary>To people at the desk; becomes a mail to each of them.</summary>
    public const string Desk = "desk";

    /// <summary>To somebody in Teams; the target is the conversation, the payload says which message of it.</summary>
    public const string Teams = "teams";

    /// <summary>The card of a ticket in a channel of coordinators; the target is the channel and the ticket.</summary>
    public const string TeamsCard = "teams-card";
}

/// <summary>Something to be sent once the change that causes it is committed.</summary>
/// <param name="Kind">One of <see cref="OutboxKinds"/>.</param>
/// <param name="Key">What is sent, unique within its kind and the same on every try; it is logged, so it names nobody.</param>
/// <param name="Target">Where it goes. Messages to one target arrive in the order they were written.</param>
/// <param name="Payload">JSON that the kind's delivery reads.</param>
public sealed record OutboxMessage(string Kind, string Key, string Target, string Payload)
{
    public const int LongestKey = 300;
    public const int LongestTarget = 500;

    /// <summary>The number of the ticket it tells of; null when it tells of none.</summary>
    public string? Ticket { get; init; }

    /// <summary>How long it waits before it leaves.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>A message that appears in a conversation exactly once, by its delivery key.</summary>
    public static OutboxMessage ToConversation(string conversationId, OutgoingMessage message) =>
        new(OutboxKinds.Conversation, $"{conversationId}/{message.DeliveryKey}", conversationId, ConversationJson.Write(message));
}
