using MedtechBot.Channels;
using MedtechBot.Consultations;
using MedtechBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace MedtechBot.Retention;

/// <summary>What a ticket leaves when its contents go.</summary>
public enum TicketTrace
{
    /// <summary>One more in the counts of its month.</summary>
    Count,

    /// <summary>Its number, dates, topic and outcome: an asker may have everything erased at any time, and the desk's work stays accounted for.</summary>
    Facts,
}

internal static class TicketTraces
{
    public static async Task LeaveAsync(MedtechBotContext context, string conversationId, string? number, TicketTrace trace, CancellationToken cancellation)
    {
        var channel = await context.Set<ConversationRow>().Where(c => c.Id == conversationId).Select(c => c.Channel).SingleAsync(cancellation);
        var tickets = await context.Set<TicketRow>().AsNoTracking()
            .Where(t => t.ConversationId == conversationId && (number == null || t.Number == number)).ToListAsync(cancellation);
        foreach (var facts in tickets.Select(t => Facts(t, channel)))
        {
            if (trace == TicketTrace.Count)
            {
                await MonthlyCounts.AddTicketAsync(context, facts, cancellation);
            }
            else
            {
                context.Add(facts);
                await context.SaveChangesAsync(cancellation);
            }
        }
    }

    private static ErasedTicketRow Facts(TicketRow ticket, string channel) => new()
    {
        Number = ticket.Number,
        Channel = channel,
        OpenedAt = ticket.OpenedAt,
        CompletedAt = ticket.ClosedAt ?? ticket.ChangedAt,
        Topic = ticket.Topic ?? "",
        Outcome = ticket.Outcome?.Code() ?? "",
    };
}
