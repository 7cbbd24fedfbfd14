using MedtechBot.Consultations;
using MedtechBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace MedtechBot.Coordination;

/// <summary>
/// Looks at open tickets from time to time: reminds before a promised day, says when one was missed, and takes a ticket from whoever
/// has done nothing with it for too long. Several hosts may do so at once: each step is noted once.
/// </summary>
public sealed class KeepPromises(IDbContextFactory<MedtechBotContext> database, TicketStore tickets, ChangeTicket change, DeskTriage triage, TimeProvider time, ILogger<KeepPromises> logger)
{
    // The longest row of closed days is the turn of the year, or May.
    private static readonly TimeSpan LookAhead = TimeSpan.FromDays(14);
    private static readonly TimeSpan Still = TimeSpan.FromDays(1);
    private const int MostAtOnce = 1_000;

    /// <returns>How many steps were taken.</returns>
    public async Task<int> HandleAsync(CancellationToken cancellation = default)
    {
        var now = time.GetUtcNow();
        var (soon, still) = (now + LookAhead, now - Still);
        await using var context = await database.CreateDbContextAsync(cancellation);
        var numbers = await context.Set<TicketRow>()
            .Where(t => t.ClosedAt == null && (t.DueAt < soon || (t.Holder != null && t.ChangedAt < still)))
            .OrderBy(t => t.DueAt).ThenBy(t => t.Number).Select(t => t.Number).Take(MostAtOnce).ToListAsync(cancellation);
        var taken = 0;
        foreach (var text in numbers)
        {
            if (TicketNumber.TryParse(text, out var number) && await tickets.FindAsync(number, cancellation) is { } ticket)
            {
                foreach (var step in triage.Due(ticket, now).ToList())
                {
                    var before = ticket.Version;
                    ticket = (await change.HandleAsync(number, t => PromiseRules.Take(t, step, now), cancellation))!.Ticket;
                    if (ticket.Version > before)
                    {
                        taken++;
                        logger.LogInformation("Ticket {Number}: {Step}", number, step.Key);
                    }
                }
            }
        }
        return taken;
    }
}
