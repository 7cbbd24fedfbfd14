using MedtechBot.Consultations;
using MedtechBot.Deliveries;
using MedtechBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace MedtechBot.Coordination;

/// <summary>Puts right where the asker gets mail, or stops it. The links that went to the address before open nothing any more.</summary>
public sealed class ChangeAskerEmail(ChangeTicket change, TimeProvider time)
{
    /// <param name="by">Null for the asker.</param>
    /// <param name="email">A clean address; null for no mail any more.</param>
    /// <returns>Null when there is no such ticket.</returns>
    public Task<TicketChange?> HandleAsync(TicketNumber number, string? by, string? email, CancellationToken cancellation = default) =>
        change.HandleAsync(number, ticket => ReaderRules.ChangeEmail(ticket, by, email, time.GetUtcNow()), cancellation);

    /// <summary>In the transaction of the change: revokes the links, and takes back what is on its way to the old address.</summary>
    internal static void LeaveOld(MedtechBotContext context, Ticket ticket)
    {
        // One tick earlier, so that the link in the mail to the new address holds.
        var before = ticket.History[^1].At.AddTicks(-1);
        if (context.Set<LinkRevocationRow>().Find(ticket.Number.Value) is { } revoked)
        {
            revoked.Before = before;
        }
        else
        {
            context.Add(new LinkRevocationRow { Number = ticket.Number.Value, Before = before });
        }
        var old = ticket.History.SkipLast(1).Select(e => e is TicketOpened opened ? opened.Email : (e as AskerEmailChanged)?.Email).LastOrDefault(e => e is not null);
        var ofTicket = $":{ticket.Number}:";
        context.RemoveRange(context.Set<OutboxRow>()
            .Where(r => r.Kind == OutboxKinds.Mail && r.DoneAt == null && r.LeaseHolder == null && r.Target == old && r.Key.Contains(ofTicket)).ToList());
    }
}
