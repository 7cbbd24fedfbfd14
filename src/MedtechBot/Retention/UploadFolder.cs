namespace MedtechBot.Retention;

/// <summary>The folder with the files of askers, each under the id of its row.</summary>
public sealed class UploadFolder(string path)
{
    /// <summary>The bytes of a file; null when they are gone already.</summary>
    public FileStream? Open(string id) => File.Exists(PathOf(id)) ? File.OpenRead(PathOf(id)) : null;

    public bool Has(string id) => File.Exists(PathOf(id));

    /// <summary>Removing what is not there is no error: an interrupted run goes on.</summary>
    public void Remove(string id) => File.Delete(PathOf(id));

    /// <summary>The ids of files that were written before the given time.</summary>
    public IReadOnlyList<string> WrittenBefore(DateTimeOffset time) =>
        Directory.Exists(path) ? [.. new DirectoryInfo(path).EnumerateFiles().Where(f => f.LastWriteTimeUtc < time.UtcDateTime).Select(f => f.Name)] : [];

    private string PathOf(string id) => Path.Combine(path, Path.GetFileName(id));
}
