using MedtechBot.Knowledge.Reading;

namespace MedtechBot.Knowledge;

/// <summary>Reads a knowledge folder (its README.md tells the format). Whatever is wrong with a file becomes a problem, never an exception.</summary>
public static class KnowledgeReader
{
    /// <summary>How long before its end a document's validity is worth a warning.</summary>
    public const int ExpiresSoonDays = 90;

    /// <param name="time">Tells which documents are past their <c>valid_until</c>, or soon will be; the system's clock unless given.</param>
    public static KnowledgeReading Read(string folder, TimeProvider? time = null)
    {
        var files = KnowledgeFiles.Find(folder);
        var problems = new List<KnowledgeProblem>(files.Problems);
        var drafts = new List<DocumentDraft>();
        foreach (var file in files.Documents)
        {
            var found = new FileProblems(file.Name);
            var draft = ReadFile(file, found);
            drafts.Add(draft ?? DocumentDraft.Nothing(file.Name, found));
        }
        FindDuplicates(drafts);
        LinkCheck.Run(drafts);
        FindExpired(drafts, time ?? TimeProvider.System);

        problems.AddRange(drafts.SelectMany(d => d.Problems.All));
        return new KnowledgeReading(
            [.. drafts.Where(d => d.Document is not null && !d.Problems.HasErrors).Select(d => d.Document!)],
            [.. problems.OrderBy(p => p.File, StringComparer.Ordinal).ThenBy(p => p.Line)]);
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

    private static void FindDuplicates(List<DocumentDraft> drafts)
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

    private static void FindExpired(List<DocumentDraft> drafts, TimeProvider time)
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
