using MedtechBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace MedtechBot.Consultations;

/// <summary>The tickets in the database. Whoever changes one decides on its latest state, or decides again.</summary>
public sealed class TicketStore(IDbContextFactory<MedtechBotContext> database)
{
    private const int Attempts = 20;
    private const int MostListed = 200;

    public async Task<Ticket?> FindAsync(TicketNumber number, CancellationToken cancellation = default)
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        var row = await context.Set<TicketRow>().AsNoTracking().SingleOrDefaultAsync(t => t.Number == number.Value, cancellation);
        return row is null ? null : await ReplayAsync(context, row, cancellation);
    }

    /// <summary>What still needs somebody, oldest first: unless a holder is named, also what others hold.</summary>
    public async Task<IReadOnlyList<TicketRow>> ListOpenAsync(string? holder = null, CancellationToken cancellation = default)
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        return await context.Set<TicketRow>().AsNoTracking()
            .Where(t => t.Status != TicketStatus.Completed && (holder == null || t.Holder == holder))
            .OrderBy(t => t.OpenedAt).ThenBy(t => t.Number).Take(MostListed).ToListAsync(cancellation);
    }

    /// <summary>What is done, newest first.</summary>
    public async Task<IReadOnlyList<TicketRow>> ListCompletedAsync(CancellationToken cancellation = default)
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        return await context.Set<TicketRow>().AsNoTracking().Where(t => t.Status == TicketStatus.Completed)
            .OrderByDescending(t => t.ChangedAt).ThenBy(t => t.Number).Take(MostListed).ToListAsync(cancellation);
    }

    /// <summary>Lets something happen to a ticket if the rules allow it. What is added alongside is committed with it or not at all.</summary>
    /// <returns>The ticket afterwards, and the refusal if there was one; null when there is no such ticket.</returns>
    public async Task<TicketChange?> ChangeAsync(
        TicketNumber number,
        Func<Ticket, TicketDecision> decide,
        Action<MedtechBotContext, Ticket>? alongside = null,
        CancellationToken cancellation = default)
    {
        for (var attempt = 1; ; attempt++)
        {
            await using var context = await database.CreateDbContextAsync(cancellation);
            var row = await context.Set<TicketRow>().SingleOrDefaultAsync(t => t.Number == number.Value, cancellation);
            if (row is null)
            {
                return null;
            }
            var ticket = await ReplayAsync(context, row, cancellation);
            var decision = decide(ticket);
            if (decision.Happens is not { } happens)
            {
                return new TicketChange(ticket, decision.Refused);
            }
            ticket = ticket.After(happens);
            (row.Status, row.Holder, row.Version, row.ChangedAt) = (ticket.Status, ticket.Holder, ticket.Version, happens.At);
            context.Add(TicketEventRow.Of(number, ticket.Version, happens));
            alongside?.Invoke(context, ticket);
            try
            {
                await context.SaveChangesAsync(cancellation);
                return new TicketChange(ticket, null);
            }
            catch (DbUpdateException) when (attempt < Attempts)
            {
                // Somebody was faster; decide again on what they left.
            }
        }
    }

    private static async Task<Ticket> ReplayAsync(MedtechBotContext context, TicketRow row, CancellationToken cancellation)
    {
        // Never beyond the row's version: an event committed between the two reads belongs to the next look.
        var events = await context.Set<TicketEventRow>().AsNoTracking()
            .Where(e => e.Number == row.Number && e.Sequence <= row.Version).OrderBy(e => e.Sequence).ToListAsync(cancellation);
        TicketNumber.TryParse(row.Number, out var number);
        return Ticket.Replay(number, row.ConversationId, [.. events.Select(e => e.Read())]);
    }
}

public sealed record TicketChange(Ticket Ticket, Refusal? Refused);
