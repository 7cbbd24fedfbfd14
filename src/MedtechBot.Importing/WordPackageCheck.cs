using System.IO.Compression;
using System.Xml;

namespace MedtechBot.Importing;

/// <summary>
/// Unpacks everything in a DOCX once before it is trusted: what a zip says of its sizes is not believed, and its XML may neither
/// declare entities nor stand too deep in itself.
/// </summary>
internal static class WordPackageCheck
{
    private static ReadOnlySpan<byte> Zip => "PK\x03\x04"u8;

    private static ReadOnlySpan<byte> OldOffice => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    public static void Run(byte[] bytes, string name, ImportLimits limits)
    {
        if (bytes.AsSpan().StartsWith(OldOffice))
        {
            throw new ImportRefusedException($"{name} is protected by a password, or an old Word file: open it in Word, remove the password and save it as .docx.");
        }
        if (!bytes.AsSpan().StartsWith(Zip))
        {
            throw Broken(name);
        }
        try
        {
            using var archive = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
            if (archive.Entries.Count > limits.ZipEntries)
            {
                throw new ImportRefusedException($"{name} holds {archive.Entries.Count:N0} files, more than {limits.ZipEntries:N0}: this is no usual Word file.");
            }
            if (archive.GetEntry("word/document.xml") is null && archive.Entries.All(e => !e.FullName.StartsWith("word/", StringComparison.OrdinalIgnoreCase)))
            {
                throw new ImportRefusedException($"{name} is a zip file, but no Word document: save it as .docx in Word.");
            }
            var left = limits.UnpackedBytes;
            foreach (var entry in archive.Entries)
            {
                left -= Unpack(entry, name, left, limits);
            }
        }
        catch (Exception failure) when (failure is InvalidDataException or XmlException or IOException or NotSupportedException)
        {
            throw Broken(name, failure);
        }
    }

    public static ImportRefusedException Broken(string name, Exception? cause = null) =>
        new($"{name} is broken or no Word document: open it in Word or LibreOffice and save it again as .docx.", cause);

    private static long Unpack(ZipArchiveEntry entry, string name, long left, ImportLimits limits)
    {
        var isXml = entry.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || entry.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase);
        using var counted = new CountedStream(entry.Open(), isXml ? Math.Min(left, limits.XmlBytes) : left,
            () => new ImportRefusedException($"{name} unpacks to more than Word documents do: remove large pictures, or import it in parts."));
        if (isXml)
        {
            ReadXml(counted, name, limits);
        }
        counted.CopyTo(Stream.Null);
        return counted.Count;
    }

    private static void ReadXml(Stream stream, string name, ImportLimits limits)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CheckCharacters = false, CloseInput = false };
        using var reader = XmlReader.Create(stream, settings);
        while (reader.Read())
        {
            if (reader.Depth > limits.Depth)
            {
                throw new ImportRefusedException($"{name} is nested more than {limits.Depth} deep: simplify its tables and text boxes.");
            }
        }
    }
}
