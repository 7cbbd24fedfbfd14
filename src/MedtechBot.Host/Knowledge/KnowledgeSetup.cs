using MedtechBot.Host.Storage;
using MedtechBot.Knowledge;
using MedtechBot.Knowledge.Search;

namespace MedtechBot.Host.Knowledge;

/// <summary>The knowledge that is served, read again whenever its files change.</summary>
public static class KnowledgeSetup
{
    public static WebApplicationBuilder AddKnowledge(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        // Read beside the rest of the start, which keeps the other core busy; whoever asks first waits for it.
        services.AddSingleton(provider =>
        {
            var folder = provider.GetRequiredService<HostPaths>().KnowledgeDirectory;
            return Task.Run(() => SearchSetup.OpenIndex(folder));
        });
        services.AddSingleton(provider => provider.GetRequiredService<Task<KnowledgeIndex>>().GetAwaiter().GetResult());
        services.AddSingleton<Func<KnowledgeSnapshot>>(provider =>
        {
            var index = provider.GetRequiredService<Task<KnowledgeIndex>>();
            return () => index.GetAwaiter().GetResult().Current;
        });
        services.AddHostedService<KnowledgeWatch>();
        return builder;
    }
}
