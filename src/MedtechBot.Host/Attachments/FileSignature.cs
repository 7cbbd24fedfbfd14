using System.IO.Compression;
using System.Text;

namespace MedtechBot.Host.Attachments;

/// <summary>What a file is by its bytes, out of the few kinds that are taken.</summary>
internal static class FileSignature
{
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private const string Excel = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static readonly Dictionary<string, string> TypeOfExtension = new(StringComparer.OrdinalIgnoreCase)
    {
        [".png"] = "image/png",
        [".jpg"] = "image/jpeg",
        [".jpeg"] = "image/jpeg",
        [".gif"] = "image/gif",
        [".pdf"] = "application/pdf",
        [".docx"] = Word,
        [".xlsx"] = Excel,
        [".txt"] = "text/plain",
    };

    /// <summary>With the dot.</summary>
    public static IEnumerable<string> Extensions => TypeOfExtension.Keys;

    /// <summary>The type that name, declaration and bytes agree on; null when they do not, or the type is not taken.</summary>
    public static string? Agree(string name, string? declared, Stream content)
    {
        var type = TypeOfExtension.GetValueOrDefault(Path.GetExtension(name));
        var said = declared?.Split(';')[0].Trim();
        var declaredFits = string.IsNullOrEmpty(said) || said == "application/octet-stream" || string.Equals(said, type, StringComparison.OrdinalIgnoreCase);
        return type is not null && declaredFits && Detect(content) == type ? type : null;
    }

    private static string? Detect(Stream content)
    {
        Span<byte> head = stackalloc byte[8];
        content.Position = 0;
        head = head[..content.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
        content.Position = 0;
        return head.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]) ? "image/png"
            : head.StartsWith((ReadOnlySpan<byte>)[0xff, 0xd8, 0xff]) ? "image/jpeg"
            : head.StartsWith("GIF87a"u8) || head.StartsWith("GIF89a"u8) ? "image/gif"
            : head.StartsWith("%PDF-"u8) ? "application/pdf"
            : head.StartsWith((ReadOnlySpan<byte>)[0x50, 0x4b, 0x03, 0x04]) ? DetectOffice(content)
            : IsText(content) ? "text/plain" : null;
    }

    private static string? DetectOffice(Stream content)
    {
        try
        {
            using var zip = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            return zip.GetEntry("[Content_Types].xml") is null ? null
                : zip.GetEntry("word/document.xml") is not null ? Word
                : zip.GetEntry("xl/workbook.xml") is not null ? Excel : null;
        }
        catch (Exception failure) when (failure is InvalidDataException or IOException or ArgumentException)
        {
            return null;
        }
    }

    private static bool IsText(Stream content)
    {
        try
        {
            using var reader = new StreamReader(content, new UTF8Encoding(false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: false, leaveOpen: true);
            var part = new char[4096];
            for (int read; (read = reader.Read(part)) > 0;)
            {
                if (part.AsSpan(0, read).ContainsAnyInRange('\0', '\x08'))
                {
                    return false;
                }
            }
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
