using System.Globalization;
using MedtechBot.Channels;
using MedtechBot.Storage;
using MedtechBot.Turns;
using Microsoft.EntityFrameworkCore;

namespace MedtechBot.Retention;

/// <summary>Adds what is about to be deleted to the counts, in the caller's transaction.</summary>
internal static class MonthlyCounts
{
    private static readonly TimeSpan Japan = TimeSpan.FromHours(9);

    public static async Task AddConversationAsync(MedtechBotContext context, ConversationRow conversation, CancellationToken cancellation)
    {
        if (!await context.Set<ActivityRow>().AnyAsync(a => a.ConversationId == conversation.Id, cancellation))
        {
            return; // Opened and never used: nothing happened in it.
        }
        await AddAsync(context, conversation.CreatedAt, CountedThings.Conversation, conversation.Channel, "", "", cancellation);
        var turns = context.Set<TurnRow>().AsNoTracking().Where(t => t.ConversationId == conversation.Id);
        foreach (var turn in await turns.Select(t => new { t.At, t.Outcome }).ToListAsync(cancellation))
        {
            await AddAsync(context, turn.At, CountedThings.Turn, conversation.Channel, turn.Outcome.ToString(), "", cancellation);
        }
        foreach (var thumb in await turns.Join(context.Set<FeedbackRow>(), t => t.Id, f => f.TurnId, (_, f) => new { f.At, f.Reaction }).ToListAsync(cancellation))
        {
            await AddAsync(context, thumb.At, CountedThings.Thumb, conversation.Channel, thumb.Reaction.ToString(), "", cancellation);
        }
    }

    public static Task AddTicketAsync(MedtechBotContext context, ErasedTicketRow ticket, CancellationToken cancellation) =>
        AddAsync(context, ticket.OpenedAt, CountedThings.Ticket, ticket.Channel, ticket.Outcome, ticket.Topic, cancellation);

    private static Task AddAsync(MedtechBotContext context, DateTimeOffset at, string thing, string channel, string outcome, string topic, CancellationToken cancellation) =>
        AddAsync(context, at.ToOffset(Japan).ToString("yyyy-MM", CultureInfo.InvariantCulture), thing, channel, outcome, topic, 1, cancellation);

    public static Task AddAsync(MedtechBotContext context, string month, string thing, string channel, string outcome, string topic, int number, CancellationToken cancellation) =>
        context.Database.ExecuteSqlAsync($"""
            INSERT INTO monthly_counts ("Month", "Thing", "Channel", "Outcome", "Topic", "Number") VALUES ({month}, {thing}, {channel}, {outcome}, {topic}, {number})
            ON CONFLICT ("Month", "Thing", "Channel", "Outcome", "Topic") DO UPDATE SET "Number" = monthly_counts."Number" + excluded."Number"
            """, cancellation);
}
