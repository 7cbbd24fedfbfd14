using MedtechBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace MedtechBot.Teams;

/// <summary>Which turn a message in Teams answers, by the id that Teams gave it.</summary>
public sealed class TurnBehindMessage(IDbContextFactory<MedtechBotContext> database)
{
    /// <returns>Null when it answers none, or is not of that conversation.</returns>
    public async Task<string?> FindAsync(string conversationId, string teamsMessageId, CancellationToken cancellation = default)
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        return await context.Set<TeamsMessageRow>().Where(m => m.ConversationId == conversationId && m.TeamsId == teamsMessageId).Select(m => m.TurnId).FirstOrDefaultAsync(cancellation);
    }

    /// <summary>The turn that a message answers to which somebody reacted, with its conversation; null when they did not ask it. Of a reaction in a channel Teams does not say which thread it is in.</summary>
    public async Task<(string ConversationId, string TurnId)?> FindAsync(TeamsActivity reaction, CancellationToken cancellation = default)
    {
        if (reaction.ReplyToId is not { } message)
        {
            return null;
        }
        var room = TeamsConversationRow.RoomOf(reaction.ConversationId);
        await using var context = await database.CreateDbContextAsync(cancellation);
        var found = await context.Set<TeamsConversationRow>()
            .Where(c => c.TeamsId.StartsWith(room) && c.ChannelId == reaction.ChannelId && c.TenantId == reaction.TenantId && c.UserId == reaction.From.Id)
            .Join(context.Set<TeamsMessageRow>().Where(m => m.TeamsId == message && m.TurnId != null), c => c.ConversationId, m => m.ConversationId, (c, m) => new { c.TeamsId, c.ConversationId, m.TurnId })
            .ToListAsync(cancellation);
        // The same id is another message in another room.
        return found.FirstOrDefault(f => TeamsConversationRow.RoomOf(f.TeamsId) == room) is { } mine ? (mine.ConversationId, mine.TurnId!) : null;
    }
}
