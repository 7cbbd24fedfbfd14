using System.Globalization;
using System.Text.Json;
using MedtechBot.Host.Storage;

namespace MedtechBot.Host.Evaluation;

/// <summary>The product's own questions, the figures over time and the latest ones: in the repository; published, the latest figures alone.</summary>
internal sealed class OwnQuestions(HostPaths paths)
{
    public const string FiguresFile = "quality.json";

    /// <summary>One cell a style in the history.</summary>
    public static readonly IReadOnlyList<string> Styles =
        ["formal", "colloquial", "keyword", "abbreviation", "oldterm", "kana", "typo", "english", "followup", "double", "exact", "limits"];

    private static readonly JsonSerializerOptions Indented = new(JsonSerializerDefaults.Web) { WriteIndented = true, NewLine = "\n" };

    public string? Folder => paths.Repository is { } repository ? Path.Combine(repository, "tests", "MedtechBot.Evaluation") : null;

    /// <exception cref="EvaluationInputException">Not run in the repository.</exception>
    public string Questions => Path.Combine(Folder ?? throw new EvaluationInputException(
        "Without a file the product's own questions are played; they are in the repository. Run this there, or name a file of questions."), "questions.jsonl");

    public string LatestFile => Path.Combine(Folder ?? AppContext.BaseDirectory, FiguresFile);

    /// <summary>The figures recorded last; null when there are none.</summary>
    public AnswerFigures? Latest() =>
        File.Exists(LatestFile) ? JsonSerializer.Deserialize<AnswerFigures>(File.ReadAllText(LatestFile), Indented) : null;

    /// <summary>Adds a line to HISTORY.md and makes these figures the latest.</summary>
    public void Record(AnswerFigures figures)
    {
        File.WriteAllText(LatestFile, JsonSerializer.Serialize(figures, Indented) + "\n");
        var history = Path.Combine(Folder!, "HISTORY.md");
        if (!File.Exists(history))
        {
            File.WriteAllText(history, Head());
        }
        File.AppendAllText(history, Line(figures));
    }

    private static string Head() =>
        "# Figures over time\n\nWritten by `evaluate answers --record`. Right, leniently scored, in percent; lengths in characters.\n\n"
        + $"| date | questions | right | strict | {string.Join(" | ", Styles)} | length median | p95 | citations hold | numbers stand |\n"
        + $"|---|{string.Concat(Enumerable.Repeat("---:|", Styles.Count + 7))}\n";

    private static string Line(AnswerFigures figures)
    {
        string[] cells =
        [
            figures.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            $"{figures.Right.Of}",
            Percent(figures.Right),
            Percent(figures.RightStrict),
            .. Styles.Select(style => figures.ByStyle.FirstOrDefault(s => s.Name == style) is { } s ? Percent(s.Right) : ""),
            $"{figures.LengthMedian}",
            $"{figures.LengthP95}",
            Percent(figures.CitationsHold),
            Percent(figures.NumbersStand),
        ];
        return $"| {string.Join(" | ", cells)} |\n";
    }

    private static string Percent(Share share) => share.Percent.ToString("0.0", CultureInfo.InvariantCulture);
}
