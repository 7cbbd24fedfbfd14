using MedtechBot.Deliveries;
using MedtechBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace MedtechBot.Host.Deliveries;

/// <summary>What leaves through the outbox: into conversations, by mail, to webhooks.</summary>
public static class DeliveriesSetup
{
    public static WebApplicationBuilder AddDeliveries(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<Outbox>();
        services.AddSingleton<OutboxSignal>();
        services.AddSingleton<OutboxFigures>();
        services.AddSingleton<OutboxUpkeep>();
        services.AddSingleton<Dispatcher>();
        services.AddSingleton<IDelivery, ConversationDelivery>();
        services.ConfigureDbContext<MedtechBotContext>((provider, options) => options.AddInterceptors(provider.GetRequiredService<OutboxSignal>()));
        services.AddHostedService<OutboxService>();
        return builder;
    }
}
