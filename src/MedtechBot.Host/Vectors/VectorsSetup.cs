using MedtechBot.Host.Storage;
using MedtechBot.Knowledge.Vectors;

namespace MedtechBot.Host.Vectors;

/// <summary>Vectors beside the words of the search, where an endpoint for them is configured.</summary>
internal static partial class VectorsSetup
{
    /// <summary>Kept beside the index, which may be thrown away without them.</summary>
    public static string FileOf(HostPaths paths) => Path.Combine(Path.GetDirectoryName(paths.Index)!, "knowledge.vectors");

    /// <returns>Null when vectors are off.</returns>
    public static KnowledgeVectors? Open(IConfiguration configuration, string? file, Action<string> tell) =>
        VectorSettings.Read(configuration) is { } settings
            ? new KnowledgeVectors(new OpenAiEmbeddings(settings.Endpoint, settings.Options.Model, settings.ApiKey), settings.Options, file, tell) : null;

    public static void AddVectors(this IServiceCollection services) => services.AddSingleton(provider =>
    {
        var logger = provider.GetRequiredService<ILogger<KnowledgeVectors>>();
        return new ServedVectors(Open(provider.GetRequiredService<IConfiguration>(), FileOf(provider.GetRequiredService<HostPaths>()), line => Vectors(logger, line)));
    });

    [LoggerMessage(LogLevel.Warning, "Vectors: {Line}")]
    private static partial void Vectors(ILogger logger, string line);
}

/// <param name="Vectors">Null when vectors are off.</param>
internal sealed record ServedVectors(KnowledgeVectors? Vectors) : IDisposable
{
    /// <summary>In a line whether they are in use; null when they are off.</summary>
    public string? State => Vectors?.State is not { } state ? null
        : $"vectors: {state.Known} of {state.Passages} passages" + (state.IsFailing ? ", the endpoint fails" : "");

    public void Dispose() => Vectors?.Dispose();
}
