namespace MedtechBot.Benchmarks;

/// <summary>Where the parts of this repository lie that are measured.</summary>
internal sealed record Repository(string Root)
{
    public string Knowledge { get; init; } = Path.Combine(Root, "knowledge");

    /// <summary>Whether the build brings the index of this knowledge; grown knowledge has none before a first start.</summary>
    public bool IsIndexed => Knowledge == Path.Combine(Root, "knowledge") && File.Exists(Path.Combine(Path.GetDirectoryName(Host)!, "knowledge.index"));

    public string Results => Path.Combine(Root, "tests", "MedtechBot.Benchmarks", "RESULTS.md");

    public string Host => Path.Combine(Root, "src", "MedtechBot.Host", "bin", Configuration, "net10.0", "MedtechBot.Host.dll");

#if DEBUG
    public const string Configuration = "Debug";
#else
    public const string Configuration = "Release";
#endif

    public static Repository Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "MedtechBot.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("Run this from within the repository.");
        }
        return new Repository(folder.FullName);
    }
}
