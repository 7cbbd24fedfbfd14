using System.Diagnostics;
using System.Reflection;
using System.Text;
using System.Text.Json;

namespace MedtechBot.Japanese.Tests;

/// <summary>The real kuromoji.js, if Node.js is there and tests/npm has been installed.</summary>
internal static class KuromojiJs
{
    private static readonly string Folder = Path.Combine(
        typeof(KuromojiJs).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "RepositoryRoot").Value!,
        "tests", "npm");

    public static bool IsInstalled => Directory.Exists(Path.Combine(Folder, "node_modules", "kuromoji"));

    /// <summary>For each sentence its tokens, each as surface, details, base form, reading.</summary>
    public static async Task<List<string[][]>> TokenizeAsync(IEnumerable<string> sentences)
    {
        var utf8 = new UTF8Encoding(false);
        using var process = Process.Start(new ProcessStartInfo("node", "kuromoji-tokens.mjs")
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardInputEncoding = utf8,
            StandardOutputEncoding = utf8,
        })!;
        var reading = process.StandardOutput.ReadToEndAsync();
        foreach (var sentence in sentences)
        {
            await process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(sentence));
        }

        process.StandardInput.Close();
        var output = await reading;
        await process.WaitForExitAsync();
        return [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<string[][]>(line)!)];
    }
}
