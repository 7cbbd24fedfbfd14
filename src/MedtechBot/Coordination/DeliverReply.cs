using MedtechBot.Answers;
using MedtechBot.Channels;
using MedtechBot.Consultations;
using MedtechBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace MedtechBot.Coordination;

/// <summary>
/// Brings written replies into the askers' conversations. Delivering again does no harm, since a conversation takes a delivery key
/// once; so a crash before the mark is set costs nothing but a second look.
/// </summary>
public sealed class DeliverReply(
    IDbContextFactory<MedtechBotContext> database,
    TicketStore tickets,
    IConversations conversations,
    TimeProvider time,
    ILogger<DeliverReply> logger)
{
    /// <summary>Delivers everything that waits, oldest first. One reply that cannot be delivered does not hold up the others.</summary>
    public async Task DrainAsync(CancellationToken cancellation = default)
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        var waiting = await context.Set<PendingReplyRow>().AsNoTracking()
            .Where(r => r.DeliveredAt == null).OrderBy(r => r.WrittenAt).ThenBy(r => r.Number).ThenBy(r => r.EventSequence).ToListAsync(cancellation);
        foreach (var row in waiting)
        {
            try
            {
                await DeliverAsync(context, row, cancellation);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                logger.LogWarning("The reply to {Number} could not be delivered and is tried again: {Failure}", row.Number, failure.GetType().Name);
            }
        }
    }

    private async Task DeliverAsync(MedtechBotContext context, PendingReplyRow row, CancellationToken cancellation)
    {
        TicketNumber.TryParse(row.Number, out var number);
        if (await tickets.FindAsync(number, cancellation) is not { } ticket || ticket.History[row.EventSequence - 1] is not ReplyWritten reply)
        {
            return;
        }
        await conversations.SendAsync(ticket.ConversationId, Message(ticket, reply), cancellation);
        await context.Set<PendingReplyRow>().Where(r => r.Number == row.Number && r.EventSequence == row.EventSequence)
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.DeliveredAt, time.GetUtcNow()), cancellation);
    }

    private static OutgoingMessage Message(Ticket ticket, ReplyWritten reply) => new()
    {
        DeliveryKey = "reply-to-ticket:" + ticket.Number + ":" + reply.ReplyId,
        SpokenBy = reply.By,
        Text = (ticket.Language == Language.English
            ? $"**Reply to your consultation {ticket.Number}**"
            : $"**{ticket.Number} への回答**")
            + "\n\n" + PlainMarkdown.Of(reply.Text),
    };
}
