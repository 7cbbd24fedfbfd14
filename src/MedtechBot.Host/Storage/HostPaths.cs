namespace MedtechBot.Host.Storage;

/// <summary>
/// Where the product keeps and finds its files. Relative settings mean the folder the process was started in. Without settings:
/// below the repository when run from one, beside the executable once published.
/// </summary>
public sealed class HostPaths(IConfiguration configuration)
{
    private const string IndexFile = "knowledge.index";

    /// <summary>The repository it is run from; null once published.</summary>
    public string? Repository { get; init; } = FindRepository(Directory.GetCurrentDirectory()) ?? FindRepository(AppContext.BaseDirectory);

    /// <summary>Setting <c>MedtechBot:DataDirectory</c>: database, keys, uploads. Default <c>data</c>.</summary>
    public string DataDirectory => Resolve("MedtechBot:DataDirectory", "data");

    /// <summary>Setting <c>MedtechBot:KnowledgeDirectory</c>: what answers are taken from. Default <c>knowledge</c>.</summary>
    public string KnowledgeDirectory => Resolve("MedtechBot:KnowledgeDirectory", "knowledge");

    /// <summary>The index that was made with this program, if one was: `knowledge index` writes it while building.</summary>
    public static string IndexMadeWhileBuilding => Path.Combine(AppContext.BaseDirectory, IndexFile);

    /// <summary>Where the running host keeps the index of what it serves.</summary>
    public string Index => Path.Combine(DataDirectory, "index", IndexFile);

    /// <summary>A folder below the data directory, made when it is not there; on Unix for the owner alone.</summary>
    public string DataFolder(string name = "")
    {
        var path = Path.Combine(DataDirectory, name);
        if (OperatingSystem.IsWindows())
        {
            return Directory.CreateDirectory(path).FullName;
        }
        const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        Directory.CreateDirectory(DataDirectory, OwnerOnly);
        return Directory.CreateDirectory(path, OwnerOnly).FullName;
    }

    private string Resolve(string setting, string fallback) =>
        configuration[setting] is { Length: > 0 } path ? Path.GetFullPath(path) : Path.Combine(Repository ?? AppContext.BaseDirectory, fallback);

    private static string? FindRepository(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "MedtechBot.sln")))
            {
                return folder.FullName;
            }
        }
        return null;
    }
}
