using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using MedtechBot.Channels;
using MedtechBot.Retention;

namespace MedtechBot.AskerData;

/// <summary>What is kept about an asker as a ZIP: one JSON file, and the files they sent beside it.</summary>
public static class AskerArchive
{
    public const string DataFile = "medtechbot-data.json";

    private const int LongestName = 60;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static async Task WriteAsync(Stream target, KeptData data, UploadFolder files, CancellationToken cancellation = default)
    {
        await using var archive = await ZipArchive.CreateAsync(target, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellation);
        await using (var entry = await archive.CreateEntry(DataFile).OpenAsync(cancellation))
        {
            await JsonSerializer.SerializeAsync(entry, new { data.At, data.Conversations }, Json, cancellation);
        }
        foreach (var file in data.Files.Where(f => f.Path is not null))
        {
            await using var content = files.Open(file.Id);
            if (content is not null)
            {
                await using var entry = await archive.CreateEntry(file.Path!).OpenAsync(cancellation);
                await content.CopyToAsync(entry, cancellation);
            }
        }
    }

    /// <summary>A name of its own that keeps the ending, without anything that means something to a file system.</summary>
    internal static string PathOf(UploadRow upload)
    {
        var name = string.Concat(upload.Name.Select(c => char.IsLetterOrDigit(c) || c is '.' or '-' or '_' ? c : '_')).Replace("..", "_", StringComparison.Ordinal).Trim('.');
        return $"files/{upload.Id[..Math.Min(8, upload.Id.Length)]}-{(name.Length <= LongestName ? name : name[^LongestName..])}";
    }
}
