using MedtechBot.Consultations;
using MedtechBot.Deliveries;
using MedtechBot.Teams.Coordinators;

namespace MedtechBot.Host.Teams.Coordinators;

/// <summary>Coordinators who work in a channel of their team.</summary>
internal static class CoordinatorSetup
{
    public static IServiceCollection AddCoordinators(this IServiceCollection services)
    {
        services.AddSingleton<TeamsLinks>();
        services.AddSingleton<DeskChannels>();
        services.AddSingleton<TicketFollower>(ChannelCards.Of);
        services.AddSingleton<TicketCards>();
        services.AddSingleton<IDelivery, TicketCardDelivery>();
        services.AddSingleton<TicketThread>();
        services.AddSingleton<CoordinatorMessages>();
        services.AddSingleton<CardVerbsAtWork>();
        services.AddSingleton<TicketCardAction>();
        services.AddSingleton<ITeamsInvoke, CardActionInvoke>();
        return services;
    }
}
