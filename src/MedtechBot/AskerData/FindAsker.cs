using MedtechBot.Channels;
using MedtechBot.Consultations;
using MedtechBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace MedtechBot.AskerData;

/// <summary>Which asker a ticket or a conversation belongs to; for whoever runs the product and is asked to help.</summary>
public sealed class FindAsker(IDbContextFactory<MedtechBotContext> database)
{
    /// <param name="reference">A ticket's number, or a conversation's id.</param>
    /// <returns>Null when there is neither.</returns>
    public async Task<string?> HandleAsync(string reference, CancellationToken cancellation = default)
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        return await context.Set<ConversationRow>()
            .Where(c => c.Id == reference || context.Set<TicketRow>().Any(t => t.Number == reference && t.ConversationId == c.Id))
            .Select(c => c.AskerId).FirstOrDefaultAsync(cancellation);
    }
}
