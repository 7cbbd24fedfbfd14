using System.Diagnostics;
using System.Text;
using MedtechBot.Host.Tests.Crash;

namespace MedtechBot.Host.Tests.Teams;

/// <summary>A script of tests/npm that reads everything, answers and ends.</summary>
internal static class NodeScript
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);
    private static readonly string Folder = Path.Combine(CrashReport.RepositoryRoot, "tests", "npm");

    /// <param name="package">What it needs; without it the test is skipped.</param>
    public static async Task<string> RunAsync(string script, string package, string input, params string[] arguments)
    {
        Skip.IfNot(Directory.Exists(Path.Combine(Folder, "node_modules", package)), "tests/npm is not installed (npm ci)");
        var utf8 = new UTF8Encoding(false);
        using var process = Process.Start(new ProcessStartInfo("node", [script, .. arguments])
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = utf8,
            StandardOutputEncoding = utf8,
        })!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync().WaitAsync(Patience);
        Assert.True(process.ExitCode == 0, await errors);
        return await output;
    }
}
