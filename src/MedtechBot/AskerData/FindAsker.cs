using MedtechBot.Channels;
using MedtechBot.Consultations;
using MedtechBot.Consultations.Intake;
using MedtechBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace MedtechBot.AskerData;

/// <summary>
/// Which askers a ticket, a conversation or an e-mail address leads to; for whoever runs the product and is asked to help. Anybody may
/// have typed an address, so that several can be found, and it has to be made sure who is asking.
/// </summary>
public sealed class FindAsker(IDbContextFactory<MedtechBotContext> database)
{
    /// <param name="reference">A ticket's number, a conversation's id, or an address that was left in a form.</param>
    public async Task<IReadOnlyList<FoundAsker>> HandleAsync(string reference, CancellationToken cancellation = default)
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        var conversations = IsAddress(reference) ? await ByEmailAsync(context, reference, cancellation) : [reference];
        var askers = await context.Set<ConversationRow>()
            .Where(c => conversations.Contains(c.Id) || context.Set<TicketRow>().Any(t => t.Number == reference && t.ConversationId == c.Id))
            .Select(c => c.AskerId).Distinct().ToListAsync(cancellation);
        var rows = await context.Set<ConversationRow>().AsNoTracking().Where(c => askers.Contains(c.AskerId)).OrderBy(c => c.CreatedAt).ThenBy(c => c.Id)
            .Select(c => new { c.AskerId, c.Id, c.Channel, c.CreatedAt, Tickets = context.Set<TicketRow>().Where(t => t.ConversationId == c.Id).OrderBy(t => t.Number).Select(t => t.Number).ToList() })
            .ToListAsync(cancellation);
        return [.. rows.GroupBy(r => r.AskerId).Select(asker => new FoundAsker(asker.Key, [.. asker.Select(c => new FoundConversation(c.Id, c.Channel, c.CreatedAt, c.Tickets))]))];
    }

    public static bool IsAddress(string reference) => reference.Contains('@', StringComparison.Ordinal);

    // What is before the @ may stand escaped in the content; so it is narrowed down by what is behind, and then read.
    private static async Task<IReadOnlyList<string>> ByEmailAsync(MedtechBotContext context, string email, CancellationToken cancellation)
    {
        var domain = $"%{email[email.LastIndexOf('@')..].ToLowerInvariant()}\"%";
        var events = await context.Set<TicketEventRow>().AsNoTracking().Where(e => EF.Functions.Like(e.Content.ToLower(), domain))
            .Join(context.Set<TicketRow>(), e => e.Number, t => t.Number, (e, t) => new { Event = e, t.ConversationId }).ToListAsync(cancellation);
        var drafts = await context.Set<IntakeDraftRow>().AsNoTracking().Where(d => EF.Functions.Like(d.Content.ToLower(), domain)).ToListAsync(cancellation);
        return
        [
            .. events.Where(e => IsSame(e.Event.Read() switch { TicketOpened opened => opened.Email, AskerEmailChanged changed => changed.Email, _ => null })).Select(e => e.ConversationId),
            .. drafts.Where(d => IsSame(d.Read().Form.Email)).Select(d => d.ConversationId),
        ];

        bool IsSame(string? other) => string.Equals(other, email, StringComparison.OrdinalIgnoreCase);
    }
}

/// <summary>Everything that is kept of one asker, by its names.</summary>
public sealed record FoundAsker(string AskerId, IReadOnlyList<FoundConversation> Conversations)
{
    public IEnumerable<string> Tickets => Conversations.SelectMany(c => c.Tickets);
}

public sealed record FoundConversation(string Id, string Channel, DateTimeOffset StartedAt, IReadOnlyList<string> Tickets);
