using System.Text.Json;
using MedtechBot.Channels;
using MedtechBot.Deliveries;
using MedtechBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace MedtechBot.Teams;

/// <summary>Everything that is said to somebody in Teams leaves through the outbox, in the order in which it stands in the conversation.</summary>
public sealed class TeamsChannel(Outbox outbox) : ICalledChannel
{
    public string Channel => ChannelNames.Teams;

    public void Appended(MedtechBotContext context, ActivityRow message)
    {
        if (ConversationJson.Read(message).Outgoing is not { } said)
        {
            return;
        }
        for (var part = 0; part < TeamsParts.Of(said.Text).Count; part++)
        {
            outbox.Add(context, new TeamsParcel(message.Sequence, part).ToOutbox(message, said.Ticket));
        }
    }
}

/// <summary>What the outbox keeps of a message to Teams; the words stay in the conversation alone.</summary>
/// <param name="Sequence">The message's number in its conversation.</param>
/// <param name="Part">Which part of a long message, from 0.</param>
public sealed record TeamsParcel(int Sequence, int Part)
{
    /// <exception cref="JsonException">That is no such payload.</exception>
    public static TeamsParcel Read(string payload) => JsonSerializer.Deserialize<TeamsParcel>(payload, JsonSerializerOptions.Web) ?? throw new JsonException();

    /// <summary>Where it goes and the message itself, in one question; null when either is gone.</summary>
    public async Task<(TeamsConversationRow Conversation, OutgoingMessage Message)?> FindAsync(MedtechBotContext context, string conversationId, CancellationToken cancellation)
    {
        var sequence = Sequence;
        var found = await context.Set<TeamsConversationRow>().AsNoTracking().Where(c => c.ConversationId == conversationId)
            .Join(context.Set<ActivityRow>().Where(a => a.Sequence == sequence), c => c.ConversationId, a => a.ConversationId, (c, a) => new { Conversation = c, Message = a })
            .SingleOrDefaultAsync(cancellation);
        return found is not null && ConversationJson.Read(found.Message).Outgoing is { } message ? (found.Conversation, message) : null;
    }

    internal OutboxMessage ToOutbox(ActivityRow message, string? ticket) =>
        new(OutboxKinds.Teams, $"{message.ActivityId}/{Part}", message.ConversationId, JsonSerializer.Serialize(this, JsonSerializerOptions.Web)) { Ticket = ticket };
}
