using System.Diagnostics;
using System.Text;

namespace MedtechBot.Host.Tests.CommandLine;

/// <summary>The built executable, run as a process of its own in a folder of the test that holds <c>data</c> and <c>knowledge</c>.</summary>
internal static class ProductCommand
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public static Task<(int Code, string Output, string Errors)> RunAsync(string folder, params string[] arguments) =>
        RunAsync(folder, arguments, new Dictionary<string, string>());

    /// <param name="environment">Settings as environment variables.</param>
    public static async Task<(int Code, string Output, string Errors)> RunAsync(string folder, string[] arguments, IReadOnlyDictionary<string, string> environment)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "MedtechBot.Host.dll"), .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            Environment =
            {
                ["MedtechBot__DataDirectory"] = Path.Combine(folder, "data"),
                ["MedtechBot__KnowledgeDirectory"] = Path.Combine(folder, "knowledge"),
            },
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }
        using var process = Process.Start(start)!;
        using var deadline = new CancellationTokenSource(Patience);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(deadline.Token);
            var errors = process.StandardError.ReadToEndAsync(deadline.Token);
            await process.WaitForExitAsync(deadline.Token);
            return (process.ExitCode, await output, await errors);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }
}
