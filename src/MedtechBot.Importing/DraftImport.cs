using MedtechBot.Knowledge.Reading;

namespace MedtechBot.Importing;

/// <param name="Files">Full paths.</param>
/// <param name="Sections">How many passages wait to be finished.</param>
public sealed record ImportedDraft(IReadOnlyList<string> Files, int Sections);

/// <summary>Turns a Markdown, HTML, DOCX or PDF file into a draft of the knowledge base, for a person to finish.</summary>
public sealed class DraftImport(string knowledgeFolder, string? searchPath, ImportLimits? limits = null)
{
    private readonly ImportLimits _limits = limits ?? new ImportLimits();

    /// <summary>Where drafts go unless another folder is named. It lies in the knowledge folder and is not served.</summary>
    public string DefaultFolder => Path.Combine(Path.GetFullPath(knowledgeFolder), KnowledgeFiles.DraftsFolder);

    /// <param name="output">Another folder than <see cref="DefaultFolder"/>.</param>
    /// <param name="force">Replaces drafts of the same name.</param>
    /// <exception cref="ImportRefusedException">The file cannot be imported; the message says what to do.</exception>
    public ImportedDraft Run(string file, string? output, bool force)
    {
        var folder = output is null ? DefaultFolder : Path.GetFullPath(output);
        if (IsServed(folder))
        {
            throw new ImportRefusedException($"{output} is part of the knowledge that is served: choose {DefaultFolder} or a folder elsewhere.");
        }
        try
        {
            var source = SourceFile.Open(file, _limits);
            var document = Watched.Run(stop => Read(source, stop), source.Name, _limits);
            var name = CleanText.Of(source.Name);
            var title = TitleOf(document, Path.GetFileNameWithoutExtension(name));
            var sections = DraftSections.Of(document, title);
            if (sections.Count == 0)
            {
                throw new ImportRefusedException($"{source.Name} holds no text.");
            }
            var drafts = DraftFiles.Compose(IdOf(name), title, name, sections);
            return new ImportedDraft(DraftFiles.Write(folder, drafts, source.Path, force), sections.Count);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new ImportRefusedException($"{file} cannot be read: {failure.GetType().Name}.", failure);
        }
    }

    private SourceDocument Read(SourceFile source, CancellationToken stop) => source.Format switch
    {
        SourceFormat.Markdown => MarkdownSource.Read(SourceText.Read(source), _limits),
        SourceFormat.Html => HtmlSource.Read(SourceText.Read(source), _limits, stop),
        SourceFormat.Word => WordSource.Read(source.ReadBytes(), source.Name, _limits),
        _ => PdfSource.Read(source, searchPath, _limits),
    };

    private bool IsServed(string folder)
    {
        var from = Path.GetFullPath(knowledgeFolder);
        var inside = Path.TrimEndingDirectorySeparator(folder) + Path.DirectorySeparatorChar;
        return inside.StartsWith(Path.TrimEndingDirectorySeparator(from) + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            && !inside.StartsWith(DefaultFolder + Path.DirectorySeparatorChar, StringComparison.Ordinal);
    }

    private static string TitleOf(SourceDocument document, string fileName)
    {
        // One highest heading names the document, several are its chapters.
        var highest = document.Blocks.OfType<HeadingBlock>().Where(h => h.Level == 1).Take(2).ToList();
        var first = highest.Count == 1 ? highest[0].Text : null;
        var title = new[] { document.Title is { } own ? CleanText.Of(own) : null, first, fileName }.First(t => !string.IsNullOrEmpty(t))!;
        return title.Length <= 120 ? title : title[..119] + "…";
    }

    private static string IdOf(string fileName)
    {
        var id = SectionIds.Of(Path.GetFileNameWithoutExtension(fileName), "import-", anyWord: true);
        // A file of that name is no knowledge.
        return id == "readme" ? "import-readme" : id;
    }
}
