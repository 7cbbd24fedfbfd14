using MedtechBot.Channels;
using MedtechBot.Consultations;
using MedtechBot.Coordination;
using MedtechBot.Retention;
using MedtechBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace MedtechBot.AskerData;

/// <summary>
/// Erases everything that is kept about one asker. Open tickets are withdrawn first, so that the desk knows; of tickets number, dates,
/// topic and outcome stay. Interrupted anywhere, doing it again finishes it.
/// </summary>
public sealed class EraseAsker(IDbContextFactory<MedtechBotContext> database, WithdrawTicket withdraw, RemoveConversation remove)
{
    public async Task<Erasure> HandleAsync(string askerId, CancellationToken cancellation = default)
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        var conversations = context.Set<ConversationRow>().Where(c => c.AskerId == askerId);
        var tickets = await context.Set<TicketRow>().Where(t => conversations.Any(c => c.Id == t.ConversationId))
            .Select(t => new { t.Number, IsOpen = t.ClosedAt == null }).ToListAsync(cancellation);
        foreach (var open in tickets.Where(t => t.IsOpen))
        {
            if (TicketNumber.TryParse(open.Number, out var number))
            {
                await withdraw.HandleAsync(number, cancellation);
            }
        }
        var erased = 0;
        foreach (var id in await conversations.Select(c => c.Id).ToListAsync(cancellation))
        {
            erased += await remove.HandleAsync(id, TicketTrace.Facts, cancellation) ? 1 : 0;
        }
        await SecureDeletion.FinishAsync(context, cancellation);
        return new Erasure(erased, tickets.Count);
    }
}

public sealed record Erasure(int Conversations, int Tickets);
