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
}
