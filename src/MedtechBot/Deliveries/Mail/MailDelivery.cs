using System.Net;
using System.Net.Mail;

namespace MedtechBot.Deliveries.Mail;

/// <summary>By SMTP, one connection a mail: tens of them a day are usual.</summary>
public sealed class MailDelivery(MailOptions options) : IDelivery
{
    private readonly MailAddress _from = MailText.Sender(options.From) ?? throw new ArgumentException("There is no sender.", nameof(options));

    public string Kind => OutboxKinds.Mail;

    public bool KnowsRepeats => false;

    public async Task<DeliveryOutcome> DeliverAsync(OutboxRow row, CancellationToken cancellation)
    {
        using var message = MailText.Read(row.Payload).Message(_from, row.Key);
        if (message is null)
        {
            return DeliveryOutcome.Refused("address");
        }
        using var client = new SmtpClient(options.Host!.Trim(), options.Port) { EnableSsl = options.StartTls };
        if (!string.IsNullOrEmpty(options.User))
        {
            client.Credentials = new NetworkCredential(options.User, options.Password);
        }
        try
        {
            await client.SendMailAsync(message, cancellation);
            return DeliveryOutcome.Delivered;
        }
        catch (SmtpException refused)
        {
            return SmtpFailure.Of(refused);
        }
    }
}
