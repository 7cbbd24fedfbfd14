using MedtechBot.Deliveries;
using MedtechBot.Deliveries.Mail;
using MedtechBot.Deliveries.Webhooks;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace MedtechBot.Host.Deliveries;

/// <summary>What leaves through the outbox: into conversations, by mail, to webhooks.</summary>
public static class DeliveriesSetup
{
    public static WebApplicationBuilder AddDeliveries(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<Outbox>();
        services.AddSingleton<OutboxSignal>();
        services.AddSingleton<IInterceptor>(provider => provider.GetRequiredService<OutboxSignal>());
        services.AddSingleton<OutboxFigures>();
        services.AddSingleton<OutboxUpkeep>();
        services.AddSingleton<Undelivered>();
        services.AddSingleton<Dispatcher>();
        services.AddSingleton<IDelivery, ConversationDelivery>();
        AddMail(services, MailSettings.Read(builder.Configuration));
        AddWebhooks(services, WebhookSettings.Read(builder.Configuration));
        services.AddHostedService<OutboxService>();
        return builder;
    }

    private static void AddMail(IServiceCollection services, MailOptions mail)
    {
        services.AddSingleton(mail);
        if (mail.IsMailEnabled)
        {
            services.AddSingleton<IDelivery, MailDelivery>();
        }
    }

    private static void AddWebhooks(IServiceCollection services, IReadOnlyList<WebhookEndpoint> endpoints)
    {
        services.AddSingleton(new TicketWebhooks(endpoints));
        if (endpoints.Count > 0)
        {
            services.AddSingleton<IDelivery>(provider => new WebhookDelivery(endpoints, WebhookConnection.NewClient(), provider.GetRequiredService<TimeProvider>()));
        }
    }
}
