using MedtechBot.Consultations;
using MedtechBot.Deliveries;
using MedtechBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace MedtechBot.Coordination.Notices;

/// <summary>The page of a ticket at the desk.</summary>
public delegate Uri DeskLink(string number);

/// <summary>
/// Makes one mail for each person whom a notice concerns by now. A mail's key names the event and the person, so that another try adds
/// no second one.
/// </summary>
public sealed class DeskNoticeDelivery(IDbContextFactory<MedtechBotContext> database, Outbox outbox, DeskLink link) : IDelivery
{
    public string Kind => OutboxKinds.Desk;

    public bool KnowsRepeats => true;

    public async Task<DeliveryOutcome> DeliverAsync(OutboxRow row, CancellationToken cancellation)
    {
        var notice = DeskNotice.Read(row.Payload);
        await using var context = await database.CreateDbContextAsync(cancellation);
        if (await context.Set<TicketRow>().AsNoTracking().SingleOrDefaultAsync(t => t.Number == notice.Number, cancellation) is not { } ticket)
        {
            return DeliveryOutcome.Delivered;
        }
        foreach (var person in await DeskRecipients.OfAsync(context, notice, ticket, cancellation))
        {
            var key = $"{row.Key}/{person.Id}";
            if (!await context.Set<OutboxRow>().AnyAsync(r => r.Kind == OutboxKinds.Mail && r.Key == key, cancellation))
            {
                outbox.Add(context, DeskMails.Of(notice, link(notice.Number)).To(person.Email!).ToOutbox(key) with { Ticket = notice.Number });
            }
        }
        await context.SaveChangesAsync(cancellation);
        return DeliveryOutcome.Delivered;
    }
}
