using System.Diagnostics;
using System.Reflection;
using System.Text;
using System.Text.Json;

namespace MedtechBot.Host.Tests.Teams.Package;

/// <summary>Microsoft's own check of manifests, npm's @microsoft/app-manifest; needs tests/npm installed.</summary>
internal static class AppManifestJudge
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private static readonly string Folder = Path.Combine(
        typeof(AppManifestJudge).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "RepositoryRoot").Value!,
        "tests", "npm");

    /// <summary>What it has to complain about.</summary>
    public static async Task<IReadOnlyList<string>> ComplaintsAsync(IReadOnlyDictionary<string, byte[]> files)
    {
        Skip.IfNot(Directory.Exists(Path.Combine(Folder, "node_modules", "@microsoft", "app-manifest")), "tests/npm is not installed (npm ci)");
        var package = Directory.CreateTempSubdirectory("medtechbot-package-");
        try
        {
            foreach (var (name, content) in files)
            {
                await File.WriteAllBytesAsync(Path.Combine(package.FullName, name), content);
            }
            using var process = Process.Start(new ProcessStartInfo("node", ["teams-package.mjs", package.FullName])
            {
                WorkingDirectory = Folder,
                RedirectStandardOutput = true,
                StandardOutputEncoding = Encoding.UTF8,
            })!;
            using var deadline = new CancellationTokenSource(Patience);
            var output = await process.StandardOutput.ReadToEndAsync(deadline.Token);
            await process.WaitForExitAsync(deadline.Token);
            Assert.Equal(0, process.ExitCode);
            return JsonSerializer.Deserialize<List<string>>(output)!;
        }
        finally
        {
            package.Delete(recursive: true);
        }
    }
}
