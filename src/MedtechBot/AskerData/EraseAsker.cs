using MedtechBot.Channels;
using MedtechBot.Consultations;
using MedtechBot.Retention;
using MedtechBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace MedtechBot.AskerData;

/// <summary>
/// Erases everything that is kept about one asker. Of completed tickets their number, dates, topic and outcome stay; nothing is erased
/// while a ticket is open, since somebody may be working on it. Interrupted anywhere, doing it again finishes it.
/// </summary>
public sealed class EraseAsker(IDbContextFactory<MedtechBotContext> database, RemoveConversation remove)
{
    public async Task<Erasure> HandleAsync(string askerId, CancellationToken cancellation = default)
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        var conversations = context.Set<ConversationRow>().Where(c => c.AskerId == askerId);
        var tickets = context.Set<TicketRow>().Where(t => conversations.Any(c => c.Id == t.ConversationId));
        var open = await tickets.Where(t => t.Status != TicketStatus.Completed).OrderBy(t => t.Number).Select(t => t.Number).ToListAsync(cancellation);
        if (open.Count > 0)
        {
            return new Erasure(0, 0, open);
        }
        var completed = await tickets.CountAsync(cancellation);
        var erased = 0;
        foreach (var id in await conversations.Select(c => c.Id).ToListAsync(cancellation))
        {
            erased += await remove.HandleAsync(id, TicketTrace.Facts, cancellation) ? 1 : 0;
        }
        await SecureDeletion.FinishAsync(context, cancellation);
        return new Erasure(erased, completed, []);
    }
}

/// <param name="StillOpen">The tickets because of which nothing was erased.</param>
public sealed record Erasure(int Conversations, int Tickets, IReadOnlyList<string> StillOpen);
