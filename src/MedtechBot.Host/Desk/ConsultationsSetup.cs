using MedtechBot.Channels;
using MedtechBot.Consultations;
using MedtechBot.Consultations.Intake;
using MedtechBot.Consultations.Similar;
using MedtechBot.Coordination;
using MedtechBot.Coordination.Notices;
using MedtechBot.Deliveries;
using MedtechBot.Deliveries.Mail;
using MedtechBot.Deliveries.Webhooks;

namespace MedtechBot.Host.Desk;

/// <summary>Consultation tickets, from the form in the chat to the reply that comes back.</summary>
public static class ConsultationsSetup
{
    public static WebApplicationBuilder AddConsultations(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<DeskTriage>();
        services.AddSingleton<TicketStore>();
        services.AddSingleton<SimilarTickets>();
        services.AddSingleton<OpenTicket>();
        services.AddSingleton<ChangeTicket>();
        services.AddSingleton<TicketNews>(AskerMessages.Of);
        services.AddSingleton<TicketNews>(provider => WebhookNews.By(provider.GetRequiredService<TicketWebhooks>()));
        services.AddSingleton(provider => DeskNews.By(provider.GetRequiredService<MailOptions>()));
        services.AddSingleton<DeskLink>(provider => number => new Uri(provider.GetRequiredService<DeskAddress>().Of($"{DeskGuard.Root}/tickets/{number}")));
        services.AddSingleton<IDelivery, DeskNoticeDelivery>();
        services.AddSingleton<StartCheck>();
        services.AddSingleton<TakeTicket>();
        services.AddSingleton<AssignTicket>();
        services.AddSingleton<ReleaseTicket>();
        services.AddSingleton<ReplyToTicket>();
        services.AddSingleton<AskBack>();
        services.AddSingleton<WriteNote>();
        services.AddSingleton<ShareTicket>();
        services.AddSingleton<UnshareTicket>();
        services.AddSingleton<MarkTicketConfidential>();
        services.AddSingleton<ChangeAskerEmail>();
        services.AddSingleton<RevokeAskerLinks>();
        services.AddSingleton<ReferTicket>();
        services.AddSingleton<CloseTicket>();
        services.AddSingleton<ReopenTicket>();
        services.AddSingleton<WriteToTicket>();
        services.AddSingleton<WithdrawTicket>();
        services.AddSingleton<ConfirmSolution>();
        services.AddSingleton<RateTicket>();
        services.AddSingleton<AnswerReferral>();
        services.AddSingleton<AskerThread>();
        services.AddSingleton<MyConsultations>();
        services.AddSingleton<PersonInCharge>(provider =>
        {
            var (own, thread) = (provider.GetRequiredService<MyConsultations>(), provider.GetRequiredService<AskerThread>());
            return async (conversation, kept, message, language, cancellation) =>
                await own.HandleAsync(conversation, kept, message, language, cancellation) ?? await thread.HandleAsync(conversation, kept, message, language, cancellation);
        });
        services.AddSingleton<ISubmissionHandler, TicketSubmission>();
        services.AddSingleton<ISubmissionHandler, TicketAdditions>();
        services.AddSingleton<ISubmissionHandler, ReferralSubmission>();
        services.AddSingleton<NotifyCoordinator>();
        services.AddSingleton<TicketOpenedNotice>(provider => provider.GetRequiredService<NotifyCoordinator>().Handle);
        services.AddSingleton<IntakeSubmission>();
        services.AddSingleton<ISubmissionHandler>(provider => provider.GetRequiredService<IntakeSubmission>());
        services.AddSingleton<IntakeDrafts>();
        services.AddSingleton<OfferIntake>();
        services.AddSingleton<IntakeCard>(provider => provider.GetRequiredService<OfferIntake>().HandleAsync);
        services.AddSingleton<ResumedForm>(provider => provider.GetRequiredService<OfferIntake>().ResumeAsync);
        services.AddSingleton<KeepPromises>();
        services.AddHostedService<PromiseWatch>();
        return builder;
    }
}
