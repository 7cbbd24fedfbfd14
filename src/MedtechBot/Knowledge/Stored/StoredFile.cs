using System.Security.Cryptography;

namespace MedtechBot.Knowledge.Stored;

/// <summary>
/// The file that an index is kept in. It appears whole or not at all, and several hosts may share it: each writes a file of its own
/// beside it and puts that in its place, and goes on reading what it has opened.
/// </summary>
internal static class StoredFile
{
    private const string Unfinished = ".new";
    private static readonly TimeSpan Abandoned = TimeSpan.FromHours(1);

    /// <returns>Null when there is no file, or none that can be relied on.</returns>
    public static StoredKnowledge? TryOpen(string file, Action<string>? tell)
    {
        if (!File.Exists(file))
        {
            return null;
        }
        try
        {
            var handle = File.OpenHandle(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            try
            {
                var sections = new StoredSections(new StoredBytes(handle));
                sections.Verify();
                return new StoredKnowledge(sections);
            }
            catch
            {
                handle.Dispose();
                throw;
            }
        }
        // Whatever is wrong with a shortcut, there is the long way.
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            var reason = failure is AggregateException several ? several.InnerExceptions[0] : failure;
            tell?.Invoke($"a stored index cannot be used: it {(reason is InvalidDataException ? reason.Message : $"cannot be read ({reason.GetType().Name})")}");
            return null;
        }
    }

    /// <summary>Writes what was made, and has it read from the file from then on.</summary>
    public static bool TryWrite(string file, CompletedSections sections, Action<string>? tell)
    {
        var unfinished = file + "." + RandomNumberGenerator.GetHexString(12, lowercase: true) + Unfinished;
        try
        {
            RemoveAbandoned(file);
            using (var stream = new FileStream(unfinished, FileMode.CreateNew, FileAccess.Write, FileShare.Read))
            {
                sections.WriteTo(stream);
                stream.Flush(flushToDisk: true);
            }
            var handle = File.OpenHandle(unfinished, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            sections.Bytes.MoveTo(handle);
            File.Move(unfinished, file, overwrite: true);
            return true;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            tell?.Invoke($"the index cannot be stored ({failure.GetType().Name}): the next start takes longer");
            TryDelete(unfinished);
            return false;
        }
    }

    // Of hosts that were ended while they wrote.
    private static void RemoveAbandoned(string file)
    {
        foreach (var left in Directory.EnumerateFiles(Path.GetDirectoryName(Path.GetFullPath(file))!, Path.GetFileName(file) + ".*" + Unfinished))
        {
            if (TimeProvider.System.GetUtcNow() - File.GetLastWriteTimeUtc(left) > Abandoned)
            {
                TryDelete(left);
            }
        }
    }

    public static void TryDelete(string file)
    {
        try
        {
            File.Delete(file);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
        }
    }
}
