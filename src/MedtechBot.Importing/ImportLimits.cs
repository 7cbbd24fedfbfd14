namespace MedtechBot.Importing;

/// <summary>How much of a file is taken in. The defaults leave room for a handbook of a thousand pages.</summary>
public sealed record ImportLimits
{
    /// <summary>Bytes of a Markdown or HTML file.</summary>
    public long TextBytes { get; init; } = 20_000_000;

    /// <summary>Bytes of a DOCX or PDF file.</summary>
    public long FileBytes { get; init; } = 200_000_000;

    /// <summary>Files inside a DOCX.</summary>
    public int ZipEntries { get; init; } = 5_000;

    /// <summary>Bytes of all files inside a DOCX, counted while they are unpacked.</summary>
    public long UnpackedBytes { get; init; } = 500_000_000;

    /// <summary>Bytes of one XML file inside a DOCX.</summary>
    public long XmlBytes { get; init; } = 50_000_000;

    /// <summary>How deep elements, lists and tables may stand in each other.</summary>
    public int Depth { get; init; } = 256;

    /// <summary>Headings, paragraphs, list items and table rows of a document.</summary>
    public int Blocks { get; init; } = 200_000;

    /// <summary>Characters that pdftotext may print.</summary>
    public long PdfOutput { get; init; } = 300_000_000;

    /// <summary>For taking a file apart, pdftotext included.</summary>
    public TimeSpan Time { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Bytes of memory while a file is taken apart, for this process and for pdftotext.</summary>
    public long Memory { get; init; } = 2_000_000_000;
}
