using MedtechBot.Channels;
using MedtechBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace MedtechBot.Consultations;

/// <summary>
/// The one door for whatever learns from what people said: drafts, proposals, evaluation. A confidential ticket and the conversation it
/// came out of stay outside, also when it was marked later.
/// </summary>
public static class Learning
{
    public static IQueryable<TicketRow> MayBeLearnedFrom(this IQueryable<TicketRow> tickets) => tickets.Where(t => !t.IsConfidential);

    public static IQueryable<ConversationRow> MayBeLearnedFrom(this IQueryable<ConversationRow> conversations, MedtechBotContext context) =>
        conversations.Where(c => !context.Set<TicketRow>().Any(t => t.ConversationId == c.Id && t.IsConfidential));
}
