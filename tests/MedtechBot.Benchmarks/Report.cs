using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.RegularExpressions;

namespace MedtechBot.Benchmarks;

/// <summary>The figures of one run, printed as they come and kept as a chapter of RESULTS.md. It names the machine's size, never the machine.</summary>
/// <param name="arguments">What the program was given, for whoever wants to run it again.</param>
internal sealed class Report(string chapter, string arguments)
{
    private readonly StringBuilder _rows = new();
    private readonly string _loadBefore = Load();

    public void Add(string what, string measured, string goal = "", bool? reached = null)
    {
        var verdict = reached switch { true => "reached", false => "**missed**", null => "" };
        Console.WriteLine($"{what}: {measured}{(goal.Length > 0 ? $" (goal {goal}: {verdict})" : "")}");
        _rows.AppendLine(CultureInfo.InvariantCulture, $"| {what} | {measured} | {goal} | {verdict} |");
    }

    /// <summary>Puts the chapter in the place of its older self; the others stay.</summary>
    public void WriteTo(string file)
    {
        var text = $"""
            # {chapter}

            Written by `dotnet run -c Release --project tests/MedtechBot.Benchmarks {arguments}`; do not edit.

            {DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}, {Repository.Configuration}, {Environment.ProcessorCount} cores, .NET {Environment.Version}, {RuntimeInformation.OSArchitecture}. Load average {_loadBefore} at the start, {Load()} at the end; other work on the machine is in the figures.

            | what | measured | goal | |
            |---|---|---|---|

            """;
        var mine = text.ReplaceLineEndings("\n") + _rows.ToString().ReplaceLineEndings("\n");
        var chapters = File.Exists(file) ? Regex.Split(File.ReadAllText(file), "^(?=# )", RegexOptions.Multiline).Where(c => c.Length > 0).ToList() : [];
        var place = chapters.FindIndex(c => c.StartsWith($"# {chapter}\n", StringComparison.Ordinal));
        if (place >= 0)
        {
            chapters[place] = mine;
        }
        else
        {
            chapters.Add(mine);
        }
        File.WriteAllText(file, string.Join('\n', chapters.Select(c => c.TrimEnd('\n') + "\n")));
    }

    // On a busy machine the figures are those of the product and of everything beside it.
    private static string Load() =>
        File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";
}
