using MedtechBot.Deliveries;

namespace MedtechBot.Host.Teams;

/// <summary>What calls the connectors of Teams and its like.</summary>
internal static class ConnectorSetup
{
    public static WebApplicationBuilder AddConnector(this WebApplicationBuilder builder)
    {
        var settings = ConnectorSettings.Read(builder.Configuration, builder.Environment.IsDevelopment());
        var services = builder.Services;
        services.AddSingleton(settings);
        services.AddSingleton(provider => new ConnectorTokens(
            settings.AppId is null ? null : () => ConnectorCredential.Of(settings), settings.Scope, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new ConnectorClient(ConnectorClient.NewHttp(), provider.GetRequiredService<ConnectorTokens>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<IDelivery, TeamsDelivery>();
        return builder;
    }
}
