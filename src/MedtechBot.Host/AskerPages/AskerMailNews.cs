using MedtechBot.Consultations;
using MedtechBot.Coordination;
using MedtechBot.Deliveries;
using MedtechBot.Deliveries.Mail;

namespace MedtechBot.Host.AskerPages;

/// <summary>Askers who left an address get a mail when something waits for them: the number and their private link, nothing of the content.</summary>
internal sealed class AskerMailNews(MailOptions mail, AskerLinks links)
{
    public IEnumerable<OutboxMessage> Of(Ticket ticket, TicketEvent happened)
    {
        if (!mail.IsMailEnabled || ticket.Email is not { } address || MailText.Recipient(address) is null)
        {
            yield break;
        }
        var number = ticket.Number.Value;
        var text = happened switch
        {
            ReplyWritten => AskerMails.ReplyArrived(number, links.Create(ticket.Number), ticket.Language),
            AskedBack => AskerMails.QuestionAsked(number, links.Create(ticket.Number), ticket.Language),
            TicketClosed => AskerMails.Closed(number, links.Create(ticket.Number), ticket.Language),
            AskerEmailChanged => AskerMails.AddressChanged(number, links.Create(ticket.Number), ticket.Language),
            _ => null,
        };
        if (text is not null)
        {
            yield return text.To(address).ToOutbox($"ticket-event:{number}:{ticket.Version}") with
            {
                Delay = happened is TicketClosed ? AskerMessages.BeforeClosingIsTold : TimeSpan.Zero,
            };
        }
    }
}
