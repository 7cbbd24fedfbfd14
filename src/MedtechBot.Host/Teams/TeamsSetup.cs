using MedtechBot.Channels;
using MedtechBot.Host.Teams.Extension;
using MedtechBot.Teams;

namespace MedtechBot.Host.Teams;

/// <summary>Teams, and any other client that speaks the Bot Framework protocol.</summary>
public static class TeamsSetup
{
    public static WebApplicationBuilder AddTeams(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<ICalledChannel, TeamsChannel>();
        builder.AddConnector();
        builder.Services.AddSingleton<ExtensionAnswers>();
        return builder;
    }
}
