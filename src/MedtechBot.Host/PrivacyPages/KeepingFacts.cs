using MedtechBot.Consultations.Intake;
using MedtechBot.Deliveries;
using MedtechBot.Deliveries.Mail;
using MedtechBot.Host.AskerPages;
using MedtechBot.Host.Deliveries;
using MedtechBot.Host.Teams;
using MedtechBot.LearningFromUse;
using MedtechBot.Repeats;
using MedtechBot.Retention;
using Microsoft.Extensions.Options;

namespace MedtechBot.Host.PrivacyPages;

/// <summary>What /privacy says that depends on the settings.</summary>
public sealed record KeepingFacts(RetentionOptions Days, bool SendsMail, bool TellsSystems, bool IsInTeams)
{
    /// <summary>How long a question counts that was confirmed to be answered by a source, in days.</summary>
    public required int LearnedDays { get; init; }

    /// <summary>How long a private link in a mail opens its ticket, in days.</summary>
    public static int LinkDays => AskerLinks.Lifetime.Days;

    /// <summary>How long a form that was begun can be gone on with, in days.</summary>
    public static int DraftDays => IntakeDrafts.KeptFor.Days;

    /// <summary>How long address and text of a mail are kept that could not be delivered, in days.</summary>
    public static int UndeliveredDays => OutboxUpkeep.KeepGivenUp.Days;

    /// <summary>How long a program's copy of a ticket is kept, in days.</summary>
    public static int AnswerDays => KeptAnswers.KeptFor.Days;

    internal static KeepingFacts Of(IServiceProvider services) => new(
        services.GetRequiredService<IOptions<RetentionOptions>>().Value,
        services.GetRequiredService<MailOptions>().IsMailEnabled,
        WebhookSettings.Read(services.GetRequiredService<IConfiguration>()).Count > 0,
        services.GetRequiredService<TeamsSettings>().AppId is not null)
    {
        LearnedDays = services.GetRequiredService<LearningOptions>().KeptDays,
    };
}
