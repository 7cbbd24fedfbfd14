using System.Globalization;
using System.Text;

namespace MedtechBot.Knowledge.Reading;

/// <summary>Tells cheaply whether anything in a folder has changed: paths, sizes and times, no contents.</summary>
internal static class KnowledgeFingerprint
{
    public static string Of(string folder)
    {
        try
        {
            var lines = Files(new DirectoryInfo(folder))
                .Select(f => string.Create(CultureInfo.InvariantCulture, $"{f.FullName}|{f.Length}|{f.LastWriteTimeUtc.Ticks}"))
                .Order(StringComparer.Ordinal);
            return Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines))));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return "unreadable";
        }
    }

    // Linked folders are not entered: they may lead out or in circles.
    private static IEnumerable<FileInfo> Files(DirectoryInfo folder) => folder.EnumerateFileSystemInfos().SelectMany(entry => entry switch
    {
        FileInfo file => [file],
        DirectoryInfo { LinkTarget: null } inner => Files(inner),
        _ => [],
    });
}
