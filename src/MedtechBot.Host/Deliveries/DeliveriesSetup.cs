using MedtechBot.Deliveries;
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
        services.AddSingleton<Dispatcher>();
        services.AddSingleton<IDelivery, ConversationDelivery>();
        services.AddHostedService<OutboxService>();
        return builder;
    }
}
