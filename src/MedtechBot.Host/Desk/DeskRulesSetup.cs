using MedtechBot.Consultations;
using MedtechBot.Host.Storage;

namespace MedtechBot.Host.Desk;

/// <summary>What the desk goes by: its hours from the settings, its days and its rules of triage from the knowledge folder.</summary>
public static class DeskRulesSetup
{
    public static WebApplicationBuilder AddDeskRules(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton(PromiseSettings.Read(builder.Configuration));
        services.AddSingleton(provider =>
            new DeskRulesInUse(provider.GetRequiredService<HostPaths>().KnowledgeDirectory, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<Func<DeskRules>>(provider =>
        {
            var rules = provider.GetRequiredService<DeskRulesInUse>();
            return () => rules.Current;
        });
        services.AddHostedService<DeskRulesWatch>();
        return builder;
    }
}
