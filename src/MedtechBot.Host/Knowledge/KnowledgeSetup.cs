using MedtechBot.Host.Storage;
using MedtechBot.Host.Vectors;
using MedtechBot.Knowledge;
using MedtechBot.Knowledge.Search;

namespace MedtechBot.Host.Knowledge;

/// <summary>The knowledge that is served, read again whenever its files change.</summary>
public static partial class KnowledgeSetup
{
    // The first answers go before what only the next start needs.
    private static readonly TimeSpan RestBeforeStoring = TimeSpan.FromSeconds(10);

    public static WebApplicationBuilder AddKnowledge(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddVectors();
        // Read beside the rest of the start, which keeps the other core busy; whoever asks first waits for it.
        services.AddSingleton(provider =>
        {
            var paths = provider.GetRequiredService<HostPaths>();
            var logger = provider.GetRequiredService<ILogger<KnowledgeIndex>>();
            var vectors = provider.GetRequiredService<ServedVectors>().Vectors;
            return Task.Run(() => SearchSetup.OpenIndex(paths.KnowledgeDirectory, IndexPath(paths, logger), [HostPaths.IndexMadeWhileBuilding], RestBeforeStoring, line => Index(logger, line), vectors));
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

    // The index only saves time: where it cannot be kept, the product starts all the same.
    private static string? IndexPath(HostPaths paths, ILogger logger)
    {
        try
        {
            paths.DataFolder("index");
            return paths.Index;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            Index(logger, $"no index can be stored ({failure.GetType().Name}): every start takes longer");
            return null;
        }
    }

    [LoggerMessage(LogLevel.Warning, "Knowledge: {Line}")]
    private static partial void Index(ILogger logger, string line);
}
