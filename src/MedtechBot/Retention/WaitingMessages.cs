using MedtechBot.Consultations;
using MedtechBot.Deliveries;
using MedtechBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace MedtechBot.Retention;

/// <summary>
/// What the outbox holds of a conversation: no foreign key leads there, since a message outlives what it was about until it left. Its key
/// names the conversation or the ticket. Webhooks stay: they tell of a number and hold nothing of the asker.
/// </summary>
internal static class WaitingMessages
{
    public static async Task DeleteAsync(MedtechBotContext context, string conversationId, CancellationToken cancellation)
    {
        var outbox = context.Set<OutboxRow>();
        await outbox.Where(m => (m.Kind == OutboxKinds.Conversation || m.Kind == OutboxKinds.Teams) && (m.Target == conversationId || m.Key.Contains(conversationId))).ExecuteDeleteAsync(cancellation);
        foreach (var number in await context.Set<TicketRow>().Where(t => t.ConversationId == conversationId).Select(t => t.Number).ToListAsync(cancellation))
        {
            await DeleteOfTicketAsync(context, number, cancellation);
        }
    }

    public static async Task DeleteOfTicketAsync(MedtechBotContext context, string number, CancellationToken cancellation)
    {
        var outbox = context.Set<OutboxRow>();
        var named = await outbox.Where(m => m.Kind != OutboxKinds.Webhook && m.Key.Contains(number)).Select(m => new { m.Id, m.Key }).ToListAsync(cancellation);
        var ids = named.Where(m => Names(m.Key, number)).Select(m => m.Id).ToList();
        await outbox.Where(m => ids.Contains(m.Id)).ExecuteDeleteAsync(cancellation);
    }

    // C-2026-1000 is also the beginning of C-2026-10000.
    private static bool Names(string key, string number)
    {
        for (var at = key.IndexOf(number, StringComparison.Ordinal); at >= 0; at = key.IndexOf(number, at + 1, StringComparison.Ordinal))
        {
            if (at + number.Length == key.Length || !char.IsAsciiDigit(key[at + number.Length]))
            {
                return true;
            }
        }
        return false;
    }
}
