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
        services.AddSingleton(provider => SearchSetup.OpenIndex(provider.GetRequiredService<HostPaths>().KnowledgeDirectory));
        services.AddSingleton<Func<KnowledgeSnapshot>>(provider =>
        {
            var index = provider.GetRequiredService<KnowledgeIndex>();
            return () => index.Current;
        });
        services.AddHostedService<KnowledgeWatch>();
        return builder;
    }
}
