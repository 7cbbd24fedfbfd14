using System.IO.Compression;
using System.Reflection;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace MedtechBot.Host.Teams.Package;

/// <summary>
/// The file that is uploaded to Teams: manifests/teams, filled in for one registration. The same order makes the same bytes.
/// </summary>
public static class AppPackage
{
    public const string Manifest = "manifest.json";

    private const string ResourcePrefix = "teams/";

    // The first moment that a zip can name.
    private static readonly DateTimeOffset Moment = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Its files by their names.</summary>
    public static IReadOnlyDictionary<string, byte[]> Fill(PackageOrder order)
    {
        var files = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        var assembly = typeof(AppPackage).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith(ResourcePrefix, StringComparison.Ordinal)))
        {
            var content = Read(assembly, name);
            files[name[ResourcePrefix.Length..]] = name.EndsWith(".json", StringComparison.Ordinal) ? Fill(content, order) : content;
        }
        return files;
    }

    public static void Write(Stream target, IReadOnlyDictionary<string, byte[]> files)
    {
        using var zip = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var (name, content) in files.OrderBy(f => f.Key, StringComparer.Ordinal))
        {
            // Compressors differ between machines, and there is little to win.
            var entry = zip.CreateEntry(name, CompressionLevel.NoCompression);
            entry.LastWriteTime = Moment;
            entry.ExternalAttributes = 0;
            using var stream = entry.Open();
            stream.Write(content);
        }
    }

    /// <summary>The files of a package that was written.</summary>
    public static IReadOnlyDictionary<string, byte[]> Open(Stream package)
    {
        using var zip = new ZipArchive(package, ZipArchiveMode.Read, leaveOpen: true);
        return zip.Entries.ToDictionary(e => e.FullName, e =>
        {
            using var stream = e.Open();
            using var content = new MemoryStream();
            stream.CopyTo(content);
            return content.ToArray();
        }, StringComparer.Ordinal);
    }

    private static byte[] Fill(byte[] template, PackageOrder order)
    {
        var text = new StringBuilder(Encoding.UTF8.GetString(template));
        foreach (var (name, value) in new[] { ("appId", order.AppId.ToLowerInvariant()), ("domain", order.Domain), ("version", order.Version), ("developer", order.Developer.Trim()) })
        {
            text.Replace("{{" + name + "}}", JsonEncodedText.Encode(value, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).Value);
        }
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static byte[] Read(Assembly assembly, string resource)
    {
        using var stream = assembly.GetManifestResourceStream(resource)!;
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        return content;
    }
}
