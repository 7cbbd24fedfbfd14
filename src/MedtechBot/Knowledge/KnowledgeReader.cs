using MedtechBot.Knowledge.Reading;
using MedtechBot.Knowledge.Stored;

namespace MedtechBot.Knowledge;

/// <summary>Reads a knowledge folder (its README.md tells the format). Whatever is wrong with a file becomes a problem, never an exception.</summary>
public static class KnowledgeReader
{
    /// <summary>How long before its end a document's validity is worth a warning.</summary>
    public const int ExpiresSoonDays = 90;

    /// <param name="time">Tells which documents are past their <c>valid_until</c>, or soon will be; the system's clock unless given.</param>
    public static KnowledgeReading Read(string folder, TimeProvider? time = null) => Read(folder, time, known: null);

    /// <param name="known">Documents by their files: a file whose contents have not changed since is not read anew.</param>
    internal static KnowledgeReading Read(string folder, TimeProvider? time, IReadOnlyDictionary<string, StoredDocument>? known)
    {
        var files = KnowledgeFiles.Find(folder);
        var problems = new List<KnowledgeProblem>(files.Problems);
        var drafts = new DocumentDraft[files.Documents.Count];
        Parallel.For(0, drafts.Length, i => drafts[i] = ReadFile(files.Documents[i], known));
        FindDuplicates(drafts);
        LinkCheck.Run(drafts);
        FindExpired(drafts, time ?? TimeProvider.System);

        problems.AddRange(drafts.SelectMany(d => d.Problems.All));
        IReadOnlyList<DocumentDraft> good = [.. drafts.Where(d => d.Document is not null && !d.Problems.HasErrors)];
        return new KnowledgeReading(
            [.. good.Select(d => d.Document!)],
            [.. problems.OrderBy(p => p.File, StringComparer.Ordinal).ThenBy(p => p.Line)])
        {
            Drafts = good,
        };
    }

    private static DocumentDraft ReadFile(KnowledgeFile file, IReadOnlyDictionary<string, StoredDocument>? known)
    {
        var problems = new FileProblems(file.Name);
        var digest = KnowledgeFiles.Digest(file);
        if (digest is not null && known?.GetValueOrDefault(file.Name) is { } stored && stored.Digest == digest)
        {
            problems.AddRange(stored.Warnings);
            return new DocumentDraft(file.Name, stored.Document.Id, stored.Document, problems) { Links = stored.Links, Digest = digest, OwnWarnings = stored.Warnings, Stored = stored };
        }
        var draft = ReadFile(file, problems) ?? DocumentDraft.Nothing(file.Name, problems);
        return draft with { Digest = digest, OwnWarnings = [.. problems.All] };
    }

    private static DocumentDraft? ReadFile(KnowledgeFile file, FileProblems problems)
    {
        try
        {
            return KnowledgeFiles.ReadText(file, problems) is not { } text ? null
                : file.Name.EndsWith(".md", StringComparison.OrdinalIgnoreCase) ? MarkdownArticle.Read(file.Name, text, problems)
                : TableArticle.Read(file, text, problems);
        }
        // A parser's own failure on hostile input must not take the other files down.
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            problems.Error(0, $"cannot be read: {failure.GetType().Name}");
            return null;
        }
    }

    private static void FindDuplicates(IReadOnlyList<DocumentDraft> drafts)
    {
        var first = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var draft in drafts.Where(d => d.Id.Length > 0))
        {
            if (!first.TryAdd(draft.Id, draft.File))
            {
                draft.Problems.Error(1, $"document id '{draft.Id}' is already used by {first[draft.Id]}");
            }
        }
    }

    private static void FindExpired(IReadOnlyList<DocumentDraft> drafts, TimeProvider time)
    {
        var today = JapaneseDay.Today(time);
        foreach (var draft in drafts)
        {
            if (draft.Document?.ValidUntil is not { } until || until > today.AddDays(ExpiresSoonDays))
            {
                continue;
            }
            draft.Problems.Warning(1, until < today
                ? $"valid_until {until:yyyy-MM-dd} has passed: look for something newer"
                : $"valid_until {until:yyyy-MM-dd} is {until.DayNumber - today.DayNumber} days away: check what holds after it");
        }
    }
}
