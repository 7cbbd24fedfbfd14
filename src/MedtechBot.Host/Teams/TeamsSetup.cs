using MedtechBot.Channels;
using MedtechBot.Teams;

namespace MedtechBot.Host.Teams;

/// <summary>Teams, and any other client that speaks the Bot Framework protocol.</summary>
public static class TeamsSetup
{
    public static WebApplicationBuilder AddTeams(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<ICalledChannel, TeamsChannel>();
        builder.AddConnector();
        return builder;
    }
}
