using MedtechBot.Consultations;
using MedtechBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace MedtechBot.Retention;

/// <summary>
/// Older versions kept topics by what the desk calls them. Brings what lists, counts and traces hold to the codes of today's rules; the
/// history of a ticket stays as it was written and is read so. Doing it again changes nothing, and several hosts may do it at once.
/// </summary>
public sealed class KeepTopicsAsCodes(IDbContextFactory<MedtechBotContext> database, Func<DeskRules> rules)
{
    public async Task RunAsync(CancellationToken cancellation = default)
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        foreach (var (code, name) in rules().Routing.TopicNames.Where(t => t.Key != t.Value))
        {
            await context.Set<TicketRow>().Where(t => t.Topic == name).ExecuteUpdateAsync(set => set.SetProperty(t => t.Topic, code), cancellation);
            await context.Set<ErasedTicketRow>().Where(t => t.Topic == name).ExecuteUpdateAsync(set => set.SetProperty(t => t.Topic, code), cancellation);
            foreach (var count in await context.Set<MonthlyCountRow>().AsNoTracking().Where(c => c.Topic == name).ToListAsync(cancellation))
            {
                await MoveAsync(context, count, code, cancellation);
            }
        }
    }

    private static async Task MoveAsync(MedtechBotContext context, MonthlyCountRow count, string code, CancellationToken cancellation)
    {
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        // Whoever deletes it adds it to the other; the second of two hosts finds nothing to delete.
        if (await context.Set<MonthlyCountRow>().Where(c => c.Month == count.Month && c.Thing == count.Thing && c.Channel == count.Channel && c.Outcome == count.Outcome && c.Topic == count.Topic)
            .ExecuteDeleteAsync(cancellation) == 1)
        {
            await MonthlyCounts.AddAsync(context, count.Month, count.Thing, count.Channel, count.Outcome, code, count.Number, cancellation);
        }
        await transaction.CommitAsync(cancellation);
    }
}
