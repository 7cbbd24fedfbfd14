using MedtechBot.Channels;
using MedtechBot.Consultations;
using MedtechBot.Deliveries;
using MedtechBot.Knowledge;
using MedtechBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace MedtechBot.LearningFromUse;

/// <summary>
/// What a coordinator cites in a reply answers the asker's matter, all the more when the asker says that it is solved. Follows tickets in
/// the transaction of each event, so that nothing outlives what it was learned from.
/// </summary>
public sealed class LearnFromTickets(Confirmations confirmations)
{
    /// <summary>See <see cref="TicketFollower"/>; nothing leaves.</summary>
    public IEnumerable<OutboxMessage> Follow(MedtechBotContext context, Ticket ticket)
    {
        switch (ticket.History[^1])
        {
            case MarkedConfidential or TicketOpened { Details.IsConfidential: true }:
                Forget(context, r => r.ConversationId == ticket.ConversationId);
                break;
            case ReplyWritten reply:
                Confirm(context, ticket, ConfirmedBy.Link, [reply], _ => reply.By);
                break;
            case SolutionConfirmed { IsSolved: true }:
                Confirm(context, ticket, ConfirmedBy.Solved, [.. ticket.History.OfType<ReplyWritten>()], asker => asker);
                break;
            case SolutionConfirmed:
                Forget(context, r => r.Ticket == ticket.Number.Value);
                break;
        }
        return [];
    }

    private void Confirm(MedtechBotContext context, Ticket ticket, ConfirmedBy by, IReadOnlyList<ReplyWritten> replies, Func<string, string> who)
    {
        PassageId[] cited = [.. replies.SelectMany(r => r.Sources ?? []).Select(s => s.Id).Distinct()];
        if (cited.Length == 0 || ticket.Details.IsConfidential || ConfirmationRules.Learnable(ticket.Summary) is not { } question)
        {
            return;
        }
        var asker = context.Set<ConversationRow>().MayBeLearnedFrom(context).Where(c => c.Id == ticket.ConversationId).Select(c => c.AskerId).SingleOrDefault();
        if (asker is null)
        {
            return;
        }
        foreach (var passage in cited)
        {
            confirmations.Add(context, new Confirmation(ticket.ConversationId, question, passage, by, who(asker)) { Ticket = ticket.Number.Value });
        }
    }

    private static void Forget(MedtechBotContext context, System.Linq.Expressions.Expression<Func<LearnedQuestionRow, bool>> which) =>
        context.RemoveRange(context.Set<LearnedQuestionRow>().Where(which).ToList());
}
