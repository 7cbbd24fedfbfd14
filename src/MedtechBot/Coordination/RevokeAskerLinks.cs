using MedtechBot.Consultations;
using MedtechBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace MedtechBot.Coordination;

/// <summary>All private links of a ticket made so far open nothing any more.</summary>
public sealed class RevokeAskerLinks(IDbContextFactory<MedtechBotContext> database, TimeProvider time)
{
    /// <returns>False when there is no such ticket.</returns>
    public async Task<bool> HandleAsync(TicketNumber number, CancellationToken cancellation = default)
    {
        var now = time.GetUtcNow();
        await using var context = await database.CreateDbContextAsync(cancellation);
        if (!await context.Set<TicketRow>().AnyAsync(t => t.Number == number.Value, cancellation))
        {
            return false;
        }
        if (await MoveAsync())
        {
            return true;
        }
        context.Add(new LinkRevocationRow { Number = number.Value, Before = now });
        try
        {
            await context.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException)
        {
            // Two at once: the other one made the row.
            return await MoveAsync();
        }
        return true;

        async Task<bool> MoveAsync() => await context.Set<LinkRevocationRow>().Where(r => r.Number == number.Value)
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.Before, now), cancellation) > 0;
    }
}
