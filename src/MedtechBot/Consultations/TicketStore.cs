using MedtechBot.Channels;
using MedtechBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace MedtechBot.Consultations;

/// <summary>The tickets in the database. Whoever changes one decides on its latest state, or decides again.</summary>
public sealed class TicketStore(IDbContextFactory<MedtechBotContext> database, TimeProvider time, DeskTriage? triage = null)
{
    private const int Attempts = 20;
    private const int MostListed = 200;

    // Nobody writes about more at a time than were spoken of lately; the others are reached by their numbers.
    private const int MostWrittenTo = 20;

    private readonly TicketWords _words = new();

    public async Task<Ticket?> FindAsync(TicketNumber number, CancellationToken cancellation = default)
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        var row = await context.Set<TicketRow>().AsNoTracking().SingleOrDefaultAsync(t => t.Number == number.Value, cancellation);
        return row is null ? null : await ReplayAsync(context, row, cancellation);
    }

    /// <summary>An asker's own ticket, whichever of their conversations it came by; null also when it is somebody else's.</summary>
    public async Task<Ticket?> FindOwnAsync(TicketNumber number, string askerId, CancellationToken cancellation = default)
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        var row = await context.Set<TicketRow>().AsNoTracking()
            .SingleOrDefaultAsync(t => t.Number == number.Value && context.Set<ConversationRow>().Any(c => c.Id == t.ConversationId && c.AskerId == askerId), cancellation);
        return row is null ? null : await ReplayAsync(context, row, cancellation);
    }

    public async Task<IReadOnlyList<TicketLine>> ListAsync(TicketQuery query, CancellationToken cancellation = default)
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        query = triage is not null && query.Topic is { } topic ? query with { Topic = triage.CodeOf(topic) } : query;
        var found = TicketWords.Split(query.Words) is { Count: > 0 } words ? await _words.FindAsync(context, words, withAddresses: query.Reader.Reach != TicketReach.Shared, cancellation) : null;
        return await query.ListAsync(context, found, time.GetUtcNow(), cancellation);
    }

    /// <summary>What the tickets in somebody's reach can be narrowed down by.</summary>
    public async Task<TicketFacets> ListFacetsAsync(TicketReader reader, CancellationToken cancellation = default)
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        var tickets = TicketQuery.InReach(context, reader);
        return new TicketFacets(
            await tickets.Where(t => t.Region != null).Select(t => t.Region!).Distinct().OrderBy(r => r).ToListAsync(cancellation),
            await tickets.Where(t => t.Topic != null).Select(t => t.Topic!).Distinct().OrderBy(t => t).ToListAsync(cancellation));
    }

    /// <summary>The tickets that changed since then.</summary>
    public async Task<IReadOnlyList<TicketMoved>> ListMovedAsync(DateTimeOffset since, CancellationToken cancellation = default)
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        var rows = await context.Set<TicketRow>().Where(t => t.ChangedAt >= since)
            .Select(t => new { t.Number, t.Version, With = context.Set<TicketShareRow>().Where(s => s.Number == t.Number).Select(s => s.Person).ToList() })
            .ToListAsync(cancellation);
        return [.. rows.Select(r => new TicketMoved(r.Number, r.Version, r.With))];
    }

    /// <summary>The tickets of some conversations, newest first.</summary>
    public async Task<IReadOnlyList<Ticket>> ListOfConversationsAsync(IReadOnlyCollection<string> conversationIds, CancellationToken cancellation = default)
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        var rows = await context.Set<TicketRow>().AsNoTracking().Where(t => conversationIds.Contains(t.ConversationId))
            .OrderByDescending(t => t.OpenedAt).ThenByDescending(t => t.Number).Take(MostListed).ToListAsync(cancellation);
        return await ReplayAsync(context, rows, cancellation);
    }

    /// <summary>The tickets of a conversation that what is written there may be meant for, newest first: those in somebody's hands, and those closed lately.</summary>
    public async Task<IReadOnlyList<Ticket>> ListToWriteToAsync(string conversationId, DateTimeOffset now, CancellationToken cancellation = default)
    {
        var closedSince = now - AskerRules.ReopensWithin;
        await using var context = await database.CreateDbContextAsync(cancellation);
        var rows = await context.Set<TicketRow>().AsNoTracking()
            .Where(t => t.ConversationId == conversationId && (t.ClosedAt == null
                ? t.Holder != null || t.FirstReplyAt != null || t.Status == TicketStatus.Waiting
                : t.ClosedAt >= closedSince && t.Outcome != TicketOutcome.Withdrawn))
            .OrderByDescending(t => t.ChangedAt).Take(MostWrittenTo).ToListAsync(cancellation);
        return await ReplayAsync(context, [.. rows.OrderByDescending(t => t.OpenedAt).ThenByDescending(t => t.Number, StringComparer.Ordinal)], cancellation);
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
            row.Mirror(ticket, triage, happens.At);
            context.Add(TicketEventRow.Of(number, ticket.Version, happens));
            await TakeOverAsync(context, row.Number, happens, cancellation);
            alongside?.Invoke(context, ticket);
            try
            {
                await context.SaveChangesAsync(cancellation);
                TicketMeasures.Count(ticket);
                return new TicketChange(ticket, null);
            }
            catch (DbUpdateException) when (attempt < Attempts)
            {
                // Somebody was faster; decide again on what they left.
            }
        }
    }

    // What of an event stands elsewhere as well.
    private static async Task TakeOverAsync(MedtechBotContext context, string number, TicketEvent happens, CancellationToken cancellation)
    {
        if (happens.Files() is { Count: > 0 } files)
        {
            await HeldFiles.ReleaseAsync(context, files, cancellation);
        }
        switch (happens)
        {
            case TicketShared shared:
                context.Add(new TicketShareRow { Number = number, Person = shared.With });
                break;
            case TicketUnshared unshared:
                context.Remove(new TicketShareRow { Number = number, Person = unshared.With });
                break;
            case AskerEmailChanged:
                // A mistyped address is a stranger's, and one that was taken back is not to stay in the history.
                foreach (var earlier in await context.Set<TicketEventRow>().Where(e => e.Number == number).ToListAsync(cancellation))
                {
                    earlier.ForgetEmail();
                }
                break;
        }
    }

    private async Task<Ticket> ReplayAsync(MedtechBotContext context, TicketRow row, CancellationToken cancellation) =>
        (await ReplayAsync(context, [row], cancellation))[0];

    private async Task<IReadOnlyList<Ticket>> ReplayAsync(MedtechBotContext context, IReadOnlyList<TicketRow> rows, CancellationToken cancellation)
    {
        if (rows.Count == 0)
        {
            return [];
        }
        var events = await TicketEventRow.OfAsync(context, rows.Select(r => r.Number), cancellation);
        return [.. rows.Select(row =>
        {
            TicketNumber.TryParse(row.Number, out var number);
            // Never beyond the row's version: an event committed between the two reads belongs to the next look.
            return Ticket.Replay(number, row.ConversationId, [.. events[row.Number].Where(e => e.Sequence <= row.Version).Select(e => triage?.Current(e.Read()) ?? e.Read())]);
        })];
    }
}

public sealed record TicketChange(Ticket Ticket, Refusal? Refused);
