using MedtechBot.Channels;
using MedtechBot.Consultations;
using MedtechBot.Coordination;

namespace MedtechBot.Host.Desk;

/// <summary>Consultation tickets, from the form in the chat to the reply that comes back.</summary>
public static class ConsultationsSetup
{
    public static WebApplicationBuilder AddConsultations(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<TicketStore>();
        services.AddSingleton<OpenTicket>();
        services.AddSingleton<TakeTicket>();
        services.AddSingleton<ReplyToTicket>();
        services.AddSingleton<CloseTicket>();
        services.AddSingleton<NotifyCoordinator>();
        services.AddSingleton<TicketOpenedNotice>(provider => provider.GetRequiredService<NotifyCoordinator>().Handle);
        services.AddSingleton<ISubmissionHandler, IntakeSubmission>();
        services.AddSingleton<IntakeCard>(IntakeCards.Offer);
        return builder;
    }
}
