using System.Security.Cryptography;
using System.Text;

namespace MedtechBot.Knowledge.Reading;

/// <param name="Name">Relative to the knowledge folder, with forward slashes.</param>
internal sealed record KnowledgeFile(string Name, string FullPath)
{
    public string Root => FullPath[..^(Name.Length + 1)];
}

/// <summary>Finds and opens the files of a knowledge folder; nothing outside it is ever read.</summary>
internal static class KnowledgeFiles
{
    public const int MaxBytes = 1024 * 1024;

    /// <summary>A folder directly in the knowledge folder that is not read: what was imported waits there for a person.</summary>
    public const string DraftsFolder = "drafts";

    /// <summary>Likewise: what the desk goes by stands there, and is nothing to be quoted.</summary>
    public const string DeskFolder = "desk";

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Documents (.md except README.md, and .yaml) in the order of their paths.</summary>
    public static (IReadOnlyList<KnowledgeFile> Documents, IReadOnlyList<KnowledgeProblem> Problems) Find(string folder)
    {
        var documents = new List<KnowledgeFile>();
        var problems = new List<KnowledgeProblem>();
        void Problem(string name, ProblemSeverity severity, string message) => problems.Add(new KnowledgeProblem(name, 0, severity, message));

        if (!Directory.Exists(folder))
        {
            Problem(".", ProblemSeverity.Error, "the knowledge folder does not exist");
            return (documents, problems);
        }
        var root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        try
        {
            foreach (var path in Walk(root, Problem))
            {
                var file = new KnowledgeFile(NameIn(root, path), path);
                switch (Path.GetExtension(path).ToLowerInvariant())
                {
                    case ".md" when Path.GetFileName(path).Equals("README.md", StringComparison.OrdinalIgnoreCase):
                        break;
                    case ".md" or ".yaml":
                        documents.Add(file);
                        break;
                    case ".yml":
                        Problem(file.Name, ProblemSeverity.Error, "is not read: name it .yaml");
                        break;
                    case ".csv" when !File.Exists(Path.ChangeExtension(path, ".yaml")):
                        Problem(file.Name, ProblemSeverity.Error, "has no .yaml file of the same name beside it");
                        break;
                }
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            Problem(".", ProblemSeverity.Error, $"the folder cannot be read to its end: {failure.GetType().Name}");
        }
        documents.Sort((a, b) => string.CompareOrdinal(a.Name, b.Name));
        return (documents, problems);
    }

    /// <returns>The text with line feeds only, or null after naming the problem.</returns>
    public static string? ReadText(KnowledgeFile file, FileProblems problems)
    {
        try
        {
            using var stream = new FileStream(file.FullPath, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            if (stream.Length > MaxBytes)
            {
                problems.Error(0, $"is larger than {MaxBytes / 1024} KB");
                return null;
            }
            using var memory = new MemoryStream();
            stream.CopyTo(memory);
            var text = Strict.GetString(memory.GetBuffer(), 0, (int)memory.Length)
                .TrimStart('\uFEFF').Replace("\r\n", "\n").Replace('\r', '\n');
            var control = text.AsSpan().IndexOfAnyExcept(Printable);
            if (control >= 0)
            {
                problems.Error(text.AsSpan(0, control).Count('\n') + 1, "holds a control character");
                return null;
            }
            return text;
        }
        catch (DecoderFallbackException)
        {
            problems.Error(0, "is not valid UTF-8");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            problems.Error(0, $"cannot be opened: {failure.GetType().Name}");
        }
        return null;
    }

    /// <summary>Of all that a document is read from: the file, and a table's rows beside it. Null when that is more, less or elsewhere than it should.</summary>
    public static string? Digest(KnowledgeFile file)
    {
        try
        {
            using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            var rows = Path.ChangeExtension(file.FullPath, ".csv");
            foreach (var path in file.Name.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) ? (string[])[file.FullPath, rows] : [file.FullPath])
            {
                if (path == rows && new FileInfo(rows).LinkTarget is not null)
                {
                    return null;
                }
                using var handle = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
                var length = RandomAccess.GetLength(handle);
                if (length > MaxBytes)
                {
                    return null;
                }
                var bytes = new byte[length];
                if (RandomAccess.Read(handle, bytes, 0) != length)
                {
                    return null;
                }
                digest.AppendData(BitConverter.GetBytes(length));
                digest.AppendData(bytes);
            }
            return Convert.ToHexString(digest.GetHashAndReset());
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static readonly System.Buffers.SearchValues<char> Printable = System.Buffers.SearchValues.Create(
        [.. Enumerable.Range(0, 0x10000).Select(c => (char)c).Where(c => c is '\n' or '\t' || !char.IsControl(c))]);

    // Hidden files are editors' and version control's own. Linked folders are not entered: they may lead out or in circles.
    // Drafts are not knowledge yet, and a broken one must not keep the rest from being read again.
    private static IEnumerable<string> Walk(string root, Action<string, ProblemSeverity, string> problem)
    {
        var folders = new Stack<string>([root]);
        while (folders.TryPop(out var folder))
        {
            foreach (var entry in new DirectoryInfo(folder).EnumerateFileSystemInfos().Where(e => !e.Name.StartsWith('.')))
            {
                if (entry.LinkTarget is { } target && !StaysInside(root, entry.FullName, target))
                {
                    problem(NameIn(root, entry.FullName), ProblemSeverity.Error, "is a link that leaves the knowledge folder");
                }
                else if (entry is DirectoryInfo)
                {
                    if (entry.LinkTarget is null && !(folder == root && entry.Name is (DraftsFolder or DeskFolder)))
                    {
                        folders.Push(entry.FullName);
                    }
                }
                else
                {
                    yield return entry.FullName;
                }
            }
        }
    }

    /// <summary>Whether a file that was named by another stands in the folder, however it is linked.</summary>
    public static bool IsInside(KnowledgeFile from, KnowledgeFile file) =>
        new FileInfo(file.FullPath).LinkTarget is not { } target || StaysInside(from.Root, file.FullPath, target);

    private static bool StaysInside(string root, string link, string target)
    {
        var inside = root + Path.DirectorySeparatorChar;
        for (var hops = 0; hops < 8; hops++)
        {
            var next = Path.GetFullPath(target, Path.GetDirectoryName(link)!);
            if (!next.StartsWith(inside, StringComparison.Ordinal))
            {
                return false;
            }
            for (var parent = Path.GetDirectoryName(next)!; parent.Length > root.Length; parent = Path.GetDirectoryName(parent)!)
            {
                if (new DirectoryInfo(parent).LinkTarget is not null)
                {
                    return false;
                }
            }
            if (new FileInfo(next).LinkTarget is not { } further)
            {
                return true;
            }
            (link, target) = (next, further);
        }
        return false;
    }

    private static string NameIn(string root, string path) => Path.GetRelativePath(root, path).Replace('\\', '/');
}
