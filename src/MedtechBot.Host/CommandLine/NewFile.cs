using MedtechBot.Storage.Moving;

namespace MedtechBot.Host.CommandLine;

/// <summary>A file that appears under its name when it is whole, for its owner alone. One that is there already is never written over.</summary>
internal static class NewFile
{
    /// <param name="write">Gets the path of an empty file to write to.</param>
    public static async Task WriteAsync(string path, Func<string, Task> write)
    {
        if (Path.Exists(path))
        {
            throw new MoveRefusedException($"{path} is there already. Name a new file.");
        }
        var part = path + ".part";
        try
        {
            MakeForOwner(part);
            await write(part);
            using (var written = new FileStream(part, FileMode.Open, FileAccess.ReadWrite))
            {
                written.Flush(flushToDisk: true);
            }
            File.Move(part, path, overwrite: false);
        }
        finally
        {
            File.Delete(part);
        }
    }

    private static void MakeForOwner(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }
        using var file = new FileStream(path, options);
    }
}
