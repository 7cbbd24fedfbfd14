using System.Diagnostics;
using System.Globalization;

namespace MedtechBot.Benchmarks.Search;

/// <summary>Apache Lucene with Kuromoji over the same texts and questions, where Java and Debian's liblucene8-java are present.</summary>
internal sealed record LucenePeer(double Seconds, long Bytes, Percentiles Asked)
{
    private const string Jars = "/usr/share/java";
    private const string WarmUps = "2";
    private static readonly string[] Needed = ["lucene-core-8", "lucene-analyzers-common-8", "lucene-analyzers-kuromoji-8"];

    /// <summary>Why it cannot be measured; null when it can.</summary>
    public static string? Missing() =>
        !(Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(f => File.Exists(Path.Combine(f, "java"))) ? "not measured: no Java here"
        : Needed.Any(jar => Jar(jar) is null) ? "not measured: no liblucene8-java here"
        : null;

    public static LucenePeer Run(Repository repository, IEnumerable<(string Title, string Body)> texts, IEnumerable<string> questions, string folder)
    {
        var (documents, asked) = (Path.Combine(folder, "documents.txt"), Path.Combine(folder, "questions.txt"));
        File.WriteAllLines(documents, texts.Select(t => OneLine(t.Title + " " + t.Body)));
        File.WriteAllLines(asked, questions.Select(OneLine));
        var source = Path.Combine(repository.Root, "tests", "MedtechBot.Benchmarks", "Lucene", "LuceneSearch.java");
        var start = new ProcessStartInfo("java", ["-Xmx4g", "-cp", string.Join(Path.PathSeparator, Needed.Select(Jar)), source, documents, asked, Path.Combine(folder, "lucene"), WarmUps])
        {
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        var cells = process.StandardOutput.ReadToEnd().Trim().Split('\t');
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException("Lucene's harness failed.");
        }
        double[] numbers = [.. cells.Select(c => double.Parse(c, CultureInfo.InvariantCulture))];
        return new LucenePeer(numbers[0], (long)numbers[1], new Percentiles(numbers[2], numbers[3], numbers[4]));
    }

    private static string? Jar(string name) => Directory.Exists(Jars) ? Directory.EnumerateFiles(Jars, name + ".*.jar").Order(StringComparer.Ordinal).FirstOrDefault() : null;

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");
}
