using MedtechBot.Host.Storage;
using MedtechBot.Knowledge;

namespace MedtechBot.Host.Knowledge;

/// <summary>The knowledge that is served, read again whenever its files change.</summary>
public static class KnowledgeSetup
{
    public static WebApplicationBuilder AddKnowledge(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton(provider => new KnowledgeIndex(provider.GetRequiredService<HostPaths>().KnowledgeDirectory, Build));
        services.AddSingleton<Func<KnowledgeSnapshot>>(provider =>
        {
            var index = provider.GetRequiredService<KnowledgeIndex>();
            return () => index.Current;
        });
        services.AddHostedService<KnowledgeWatch>();
        return builder;
    }

    private static KnowledgeSnapshot Build(IReadOnlyList<KnowledgeDocument> documents) =>
        new(documents, new PassageSearch([.. documents.SelectMany(d => d.Passages)]));
}
