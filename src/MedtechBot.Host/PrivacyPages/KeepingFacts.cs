using MedtechBot.Deliveries.Mail;
using MedtechBot.Host.AskerPages;
using MedtechBot.Host.Deliveries;
using MedtechBot.Retention;
using Microsoft.Extensions.Options;

namespace MedtechBot.Host.PrivacyPages;

/// <summary>What /privacy says that depends on the settings.</summary>
public sealed record KeepingFacts(RetentionOptions Days, bool SendsMail, bool TellsSystems)
{
    /// <summary>How long a private link in a mail opens its ticket, in days.</summary>
    public static int LinkDays => AskerLinks.Lifetime.Days;

    internal static KeepingFacts Of(IServiceProvider services) => new(
        services.GetRequiredService<IOptions<RetentionOptions>>().Value,
        services.GetRequiredService<MailOptions>().IsMailEnabled,
        WebhookSettings.Read(services.GetRequiredService<IConfiguration>()).Count > 0);
}
