using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace MedtechBot.Benchmarks;

/// <summary>The figures, printed as they come and kept for RESULTS.md. It names the machine's size, never the machine.</summary>
internal sealed class Report
{
    private readonly StringBuilder _rows = new();
    private readonly string _loadBefore = Load();

    public void Add(string what, string measured, string goal = "", bool? reached = null)
    {
        var verdict = reached switch { true => "reached", false => "**missed**", null => "" };
        Console.WriteLine($"{what}: {measured}{(goal.Length > 0 ? $" (goal {goal}: {verdict})" : "")}");
        _rows.AppendLine(CultureInfo.InvariantCulture, $"| {what} | {measured} | {goal} | {verdict} |");
    }

    public void WriteTo(string file)
    {
        var text = $"""
            # Measured

            Written by `dotnet run -c Release --project tests/MedtechBot.Benchmarks [collection folder]`; do not edit.

            {DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}, {Repository.Configuration}, {Environment.ProcessorCount} cores, .NET {Environment.Version}, {RuntimeInformation.OSArchitecture}. Load average {_loadBefore} at the start, {Load()} at the end; other work on the machine is in the figures.

            | what | measured | goal | |
            |---|---|---|---|

            """;
        File.WriteAllText(file, text.ReplaceLineEndings("\n") + _rows.ToString().ReplaceLineEndings("\n"));
    }

    // On a busy machine the figures are those of the product and of everything beside it.
    private static string Load() =>
        File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";
}
