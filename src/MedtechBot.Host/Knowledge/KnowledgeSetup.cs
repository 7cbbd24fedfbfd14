using MedtechBot.Host.Storage;
using MedtechBot.Knowledge;
using MedtechBot.Knowledge.Search;

namespace MedtechBot.Host.Knowledge;

/// <summary>The knowledge base, read at start and again whenever its files change.</summary>
public static class KnowledgeSetup
{
    public static WebApplicationBuilder AddKnowledge(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(provider => SearchSetup.OpenIndex(new HostPaths(provider.GetRequiredService<IConfiguration>()).KnowledgeDirectory));
        builder.Services.AddSingleton<Func<KnowledgeSnapshot>>(provider => () => provider.GetRequiredService<KnowledgeIndex>().Current);
        return builder;
    }
}
