using System.Text;
using MedtechBot.Knowledge.Reading;

namespace MedtechBot.Importing;

/// <summary>Where drafts go: into a folder that is not served, under names made of ids, never over what somebody has begun to finish.</summary>
internal static class DraftFiles
{
    // Below what the knowledge reader takes, with room for a person's additions.
    private const int MostBytes = KnowledgeFiles.MaxBytes * 6 / 10;

    /// <summary>One text a file; a long document becomes several.</summary>
    public static IReadOnlyList<(string Id, string Text)> Compose(string id, string title, string sourceName, IReadOnlyList<DraftSection> sections)
    {
        var parts = new List<List<DraftSection>> { new() };
        var bytes = 0;
        foreach (var section in sections)
        {
            var more = Encoding.UTF8.GetByteCount(DraftMarkdown.Section(section, id));
            if (parts[^1].Count > 0 && bytes + more > MostBytes)
            {
                parts.Add([]);
                bytes = 0;
            }
            parts[^1].Add(section);
            bytes += more;
        }
        return [.. parts.Select((part, i) =>
        {
            var (partId, partTitle) = parts.Count == 1 ? (id, title) : ($"{id}-{i + 1}", $"{title}({i + 1}/{parts.Count})");
            return (partId, DraftMarkdown.Head(partId, partTitle, sourceName) + string.Concat(part.Select(s => DraftMarkdown.Section(s, partId))));
        })];
    }

    /// <returns>The full paths of the files written.</returns>
    public static IReadOnlyList<string> Write(string folder, IReadOnlyList<(string Id, string Text)> drafts, string source, bool force)
    {
        var paths = drafts.Select(d => Path.Combine(folder, d.Id + ".md")).ToList();
        foreach (var path in paths)
        {
            var file = new FileInfo(path);
            if (file.LinkTarget is not null || Directory.Exists(path) || string.Equals(path, source, StringComparison.Ordinal))
            {
                throw new ImportRefusedException($"{path} is in the way: choose another folder with --output.");
            }
            if (file.Exists && !force)
            {
                throw new ImportRefusedException($"{path} exists: finish it, remove it, or replace it with --force.");
            }
        }
        try
        {
            Directory.CreateDirectory(folder);
            foreach (var (path, text) in paths.Zip(drafts, (path, draft) => (path, draft.Text)))
            {
                // Written beside it and then moved, so that half a draft never replaces one.
                var beside = path + $".{Guid.NewGuid():N}.new";
                try
                {
                    File.WriteAllText(beside, text);
                    File.Move(beside, path, overwrite: force);
                }
                finally
                {
                    File.Delete(beside);
                }
            }
            return paths;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new ImportRefusedException($"{folder} cannot be written to: choose another folder with --output.", failure);
        }
    }
}
