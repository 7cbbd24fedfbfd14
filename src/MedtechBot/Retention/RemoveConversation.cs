using MedtechBot.Channels;
using MedtechBot.Consultations;
using MedtechBot.Deliveries;
using MedtechBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace MedtechBot.Retention;

/// <summary>Removes one conversation, or one ticket of it, with everything that belongs to it. Interrupted anywhere, doing it again finishes it.</summary>
/// <param name="outbox">Needed where <paramref name="elsewhere"/> has something to send.</param>
public sealed class RemoveConversation(
    IDbContextFactory<MedtechBotContext> database, UploadFolder files, Outbox? outbox = null, IEnumerable<TicketGone>? elsewhere = null)
{
    /// <returns>False when it was gone already.</returns>
    public async Task<bool> HandleAsync(string conversationId, TicketTrace trace, CancellationToken cancellation = default)
    {
        await using var context = await OpenAsync(cancellation);
        // Files first: a row without its file is found again by the next run, a file without its row would be nobody's.
        foreach (var upload in await context.Set<UploadRow>().Where(u => u.ConversationId == conversationId).Select(u => u.Id).ToListAsync(cancellation))
        {
            files.Remove(upload);
        }
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        if (await ClaimAsync(context, conversationId, cancellation) is not { } conversation)
        {
            return false;
        }
        await MonthlyCounts.AddConversationAsync(context, conversation, cancellation);
        await TicketTraces.LeaveAsync(context, conversationId, null, trace, cancellation);
        await WaitingMessages.DeleteAsync(context, conversationId, cancellation);
        foreach (var number in await context.Set<TicketRow>().Where(t => t.ConversationId == conversationId).Select(t => t.Number).ToListAsync(cancellation))
        {
            await TellAsync(context, number, cancellation);
        }
        await Belongings.DeleteAsync<ConversationRow>(context, conversationId, cancellation);
        await transaction.CommitAsync(cancellation);
        return true;
    }

    /// <summary>Removes a ticket out of a conversation that stays.</summary>
    public async Task<bool> TicketAsync(string number, TicketTrace trace, CancellationToken cancellation = default)
    {
        await using var context = await OpenAsync(cancellation);
        var conversationId = await context.Set<TicketRow>().Where(t => t.Number == number).Select(t => t.ConversationId).SingleOrDefaultAsync(cancellation);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        if (conversationId is null || await ClaimAsync(context, conversationId, cancellation) is null)
        {
            return false;
        }
        await TicketTraces.LeaveAsync(context, conversationId, number, trace, cancellation);
        await WaitingMessages.DeleteOfTicketAsync(context, number, cancellation);
        await TellAsync(context, number, cancellation);
        await Belongings.DeleteAsync<TicketRow>(context, number, cancellation);
        await transaction.CommitAsync(cancellation);
        return true;
    }

    // Before it is deleted, since whoever is told has to know where else it stands.
    private async Task TellAsync(MedtechBotContext context, string number, CancellationToken cancellation)
    {
        foreach (var gone in elsewhere ?? [])
        {
            foreach (var message in await gone(context, number, cancellation))
            {
                outbox!.Add(context, message);
            }
        }
        await context.SaveChangesAsync(cancellation);
    }

    private async Task<MedtechBotContext> OpenAsync(CancellationToken cancellation)
    {
        var context = await database.CreateDbContextAsync(cancellation);
        await SecureDeletion.BeginAsync(context, cancellation);
        return context;
    }

    // Writing to the row locks it: of two who delete at once the second waits, finds nothing and counts nothing.
    private static async Task<ConversationRow?> ClaimAsync(MedtechBotContext context, string id, CancellationToken cancellation) =>
        await context.Set<ConversationRow>().Where(c => c.Id == id).ExecuteUpdateAsync(set => set.SetProperty(c => c.Channel, c => c.Channel), cancellation) == 0
            ? null
            : await context.Set<ConversationRow>().AsNoTracking().SingleAsync(c => c.Id == id, cancellation);
}

/// <summary>What leaves when a ticket is erased that stands elsewhere as well.</summary>
public delegate Task<IReadOnlyList<OutboxMessage>> TicketGone(MedtechBotContext context, string number, CancellationToken cancellation);
