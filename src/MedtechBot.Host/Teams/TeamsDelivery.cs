using System.Text.Json.Nodes;
using MedtechBot.Channels;
using MedtechBot.Deliveries;
using MedtechBot.Host.DirectLine;
using MedtechBot.Storage;
using MedtechBot.Teams;
using Microsoft.EntityFrameworkCore;

namespace MedtechBot.Host.Teams;

/// <summary>To somebody in Teams, by the connector that their conversation came from. What it is called there is kept.</summary>
internal sealed class TeamsDelivery(
    IDbContextFactory<MedtechBotContext> database,
    ConnectorClient connector,
    ConnectorSettings settings,
    PublicAddress address,
    TimeProvider time,
    FilePath? files = null) : IDelivery
{
    public string Kind => OutboxKinds.Teams;

    public bool KnowsRepeats => false;

    // People chat: nobody waits behind the slow connector of others, and a hiccup is over before they notice.
    public int AtOnce => 32;

    public TimeSpan FirstWait => TimeSpan.FromMilliseconds(300);

    public async Task<DeliveryOutcome> DeliverAsync(OutboxRow row, CancellationToken cancellation)
    {
        var parcel = TeamsParcel.Read(row.Payload);
        if (await FindAsync(row.Target, parcel, cancellation) is not { } found)
        {
            return DeliveryOutcome.Refused("no-message");
        }
        var (conversation, message) = found;
        if (ConnectorPlace.Of(conversation, settings) is not { } place)
        {
            return DeliveryOutcome.Refused("service-url");
        }
        if (TeamsShape.Of(message, parcel.Part, conversation, address.Configured, files) is not { } activity)
        {
            return DeliveryOutcome.Refused("no-message");
        }
        var answer = await SendAsync(place, activity, cancellation);
        return answer is { Outcome.Result: DeliveryResult.Delivered, Id: { } id }
            ? answer.Outcome with { Receipt = ReceiptOf(row, parcel, id, message) }
            : answer.Outcome;
    }

    private async Task<ConnectorAnswer> SendAsync(ConnectorPlace place, JsonObject activity, CancellationToken cancellation)
    {
        if (TeamsShape.SizeOf(activity) <= TeamsLimits.LargestActivity)
        {
            var answer = await connector.SendAsync(place, activity, cancellation);
            if (!answer.IsTooLarge)
            {
                return answer;
            }
        }
        return await connector.SendAsync(place, TeamsShape.Reduced(activity), cancellation);
    }

    private async Task<(TeamsConversationRow Conversation, OutgoingMessage Message)?> FindAsync(string conversationId, TeamsParcel parcel, CancellationToken cancellation)
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        return await parcel.FindAsync(context, conversationId, cancellation);
    }

    private TeamsMessageRow ReceiptOf(OutboxRow row, TeamsParcel parcel, string teamsId, OutgoingMessage message) => new()
    {
        Id = row.Id,
        ConversationId = row.Target,
        Sequence = parcel.Sequence,
        Part = parcel.Part,
        TeamsId = teamsId,
        TurnId = message.TurnId,
        At = time.GetUtcNow(),
    };
}
