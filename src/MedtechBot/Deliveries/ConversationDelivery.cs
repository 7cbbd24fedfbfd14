using MedtechBot.Channels;

namespace MedtechBot.Deliveries;

/// <summary>Into a conversation, which takes each delivery key once.</summary>
public sealed class ConversationDelivery(IConversations conversations) : IDelivery
{
    public string Kind => OutboxKinds.Conversation;

    public bool KnowsRepeats => true;

    public async Task<DeliveryOutcome> DeliverAsync(OutboxRow row, CancellationToken cancellation)
    {
        try
        {
            await conversations.SendAsync(row.Target, ConversationJson.Read<OutgoingMessage>(row.Payload), cancellation);
            return DeliveryOutcome.Delivered;
        }
        catch (KeyNotFoundException)
        {
            return DeliveryOutcome.Refused("no-conversation");
        }
    }
}
