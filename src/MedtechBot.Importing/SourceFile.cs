namespace MedtechBot.Importing;

internal enum SourceFormat { Markdown, Html, Word, Pdf }

/// <summary>A file on disk, as far as it can be trusted before anything is read: it exists, is a file, and is not too large.</summary>
internal sealed record SourceFile(string Path, SourceFormat Format)
{
    public string Name => System.IO.Path.GetFileName(Path);

    public static SourceFile Open(string path, ImportLimits limits)
    {
        var full = System.IO.Path.GetFullPath(path);
        if (Directory.Exists(full))
        {
            throw new ImportRefusedException($"{path} is a folder: name one file.");
        }
        if (!File.Exists(full))
        {
            throw new ImportRefusedException($"{path} does not exist: name a Markdown, HTML, DOCX or PDF file.");
        }
        var format = FormatOf(path);
        var length = new FileInfo(File.ResolveLinkTarget(full, returnFinalTarget: true)?.FullName ?? full).Length;
        var most = format is SourceFormat.Markdown or SourceFormat.Html ? limits.TextBytes : limits.FileBytes;
        // Devices and pipes have no length either, and reading them might never end.
        return length == 0 ? throw new ImportRefusedException($"{path} is empty.")
            : length > most ? throw new ImportRefusedException($"{path} has {length / 1_000_000:N0} MB, more than {most / 1_000_000:N0} MB: import it in parts.")
            : new SourceFile(full, format);
    }

    public byte[] ReadBytes() => File.ReadAllBytes(Path);

    private static SourceFormat FormatOf(string path) => System.IO.Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".md" or ".markdown" => SourceFormat.Markdown,
        ".html" or ".htm" or ".xhtml" => SourceFormat.Html,
        ".docx" => SourceFormat.Word,
        ".pdf" => SourceFormat.Pdf,
        ".doc" => throw new ImportRefusedException($"{path} is an old Word file: open it in Word or LibreOffice and save it as .docx."),
        var other => throw new ImportRefusedException($"{path} cannot be imported{(other.Length > 0 ? $" ({other})" : "")}: give a .md, .html, .docx or .pdf file."),
    };
}
