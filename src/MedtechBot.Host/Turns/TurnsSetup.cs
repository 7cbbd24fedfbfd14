using MedtechBot.Channels;
using MedtechBot.Host.Askers;
using MedtechBot.Turns;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace MedtechBot.Host.Turns;

/// <summary>What every channel shares: askers, their conversations, and the turns in them.</summary>
public static class TurnsSetup
{
    public static WebApplicationBuilder AddTurns(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<AskerIdentity>();
        services.AddSingleton<Conversations>();
        services.AddSingleton<IConversations>(provider => provider.GetRequiredService<Conversations>());
        services.AddSingleton<TurnLog>();
        services.AddSingleton<ConversationTurns>();
        services.TryAddSingleton<TurnHandler>();
        services.AddHostedService<TurnsStop>();
        return builder;
    }

    // Replies that have begun are finished before the process ends.
    private sealed class TurnsStop(ConversationTurns turns) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => turns.DrainAsync().WaitAsync(cancellationToken);
    }
}
