using MedtechBot.Consultations;
using MedtechBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace MedtechBot.Coordination;

/// <summary>
/// Looks at open tickets when something becomes due: reminds before a promised day, says when one was missed, marks what stands still,
/// and takes a ticket from whoever has done nothing with it for too long. Several hosts may do so at once: each step is noted once.
/// </summary>
public sealed class KeepPromises(IDbContextFactory<MedtechBotContext> database, TicketStore tickets, ChangeTicket change, DeskTriage triage, TimeProvider time, ILogger<KeepPromises> logger)
{
    private const int MostAtOnce = 1_000;

    /// <returns>How many steps were taken.</returns>
    public async Task<int> HandleAsync(CancellationToken cancellation = default)
    {
        var now = time.GetUtcNow();
        await using var context = await database.CreateDbContextAsync(cancellation);
        var numbers = await context.Set<TicketRow>()
            .Where(t => t.ClosedAt == null && (t.LookAt == null || t.LookAt <= now))
            .OrderBy(t => t.LookAt).ThenBy(t => t.Number).Select(t => t.Number).Take(MostAtOnce).ToListAsync(cancellation);
        var taken = 0;
        foreach (var text in numbers)
        {
            if (TicketNumber.TryParse(text, out var number) && await tickets.FindAsync(number, cancellation) is { IsClosed: false } ticket)
            {
                foreach (var step in triage.Due(ticket, now))
                {
                    var before = ticket.Version;
                    ticket = (await change.HandleAsync(number, t => PromiseRules.Take(t, step, now), cancellation))!.Ticket;
                    if (ticket.Version > before)
                    {
                        taken++;
                        logger.LogInformation("Ticket {Number}: {Step}", number, step.Key);
                    }
                }
                await LookAgainAsync(ticket, now, cancellation);
            }
        }
        return taken;
    }

    // Closing days or settings may have changed since the last event, so what lists show is put right as well.
    private async Task LookAgainAsync(Ticket ticket, DateTimeOffset now, CancellationToken cancellation)
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        if (await context.Set<TicketRow>().SingleOrDefaultAsync(t => t.Number == ticket.Number.Value && t.Version == ticket.Version, cancellation) is not { } row)
        {
            return;
        }
        row.Mirror(ticket, triage, now);
        try
        {
            await context.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Whoever changed it meanwhile has put it right.
        }
    }
}
