using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace MedtechBot.Benchmarks.Search;

/// <summary>The search at rising sizes beside its peers; every size is made in one process and asked in another, whose memory is its own.</summary>
internal static class SearchBenchmark
{
    public const int Largest = 1_000_000;
    private const int LargestOfPeers = 100_000;
    private const int Goals = 11_000;
    private static readonly int[] Sizes = [1_000, Goals, 100_000, Largest];

    public static void Run(SearchSource source, int largest)
    {
        var report = new Report(source.Folder is null ? "Search, the knowledge" : "Search, a collection", "search [folder with a collection] [most passages]");
        var collection = source.Read();
        report.Add("Searched", $"{collection.Name}: {collection.Documents.Count} passages, grown or cut to the sizes below; {collection.Questions.Count} questions");
        AnalysisTime.Measure(report, source.Repository, collection);
        foreach (var size in Sizes.Where(s => s <= largest))
        {
            var folder = Directory.CreateTempSubdirectory("medtechbot-search-").FullName;
            Measure(report, source, collection, size, folder);
            Directory.Delete(folder, recursive: true);
        }
        UpdateRun.Measure(report, source.Repository);
        report.WriteTo(source.Repository.Results);
    }

    /// <summary>The part of a process of its own, which says what it measured in one line.</summary>
    public static void RunPart(SearchSource source, string part, int passages, string folder) => Console.WriteLine(part == "build"
        ? JsonSerializer.Serialize(BuildRun.Run(source, passages, folder, passages <= LargestOfPeers))
        : JsonSerializer.Serialize(AskRun.Run(source, passages, folder)));

    private static void Measure(Report report, SearchSource source, Collection collection, int size, string folder)
    {
        var name = size.ToString("#,0", CultureInfo.InvariantCulture) + " passages: ";
        var (isGoal, isLargest) = (size == Goals, size == Largest);
        var build = Part<BuildFigures>(source, "build", size, folder);
        report.Add(name + "build with analysis, all cores", SearchTime.PerSecond(size, TimeSpan.FromSeconds(build.Seconds), "passages"),
            isGoal ? "≥ 9,000 passages/s" : isLargest ? "< 180 s" : "", isGoal ? size / build.Seconds >= 9_000 : isLargest ? build.Seconds < 180 : null);
        var ask = Part<AskFigures>(source, "ask", size, folder);
        report.Add(name + "question, one thread, its analysis included", ask.Asked.ToString(),
            isGoal ? "p95 ≤ 0.3 ms" : isLargest ? "p95 < 12 ms" : "", isGoal ? ask.Asked.P95 <= 0.3 : isLargest ? ask.Asked.P95 < 12 : null);
        report.Add(name + "snapshot opened and checked, first question", $"{Times.Milliseconds(ask.OpenMilliseconds)}, {Times.Milliseconds(ask.FirstMilliseconds)}", isGoal ? "< 50 ms" : "", isGoal ? ask.OpenMilliseconds < 50 : null);
        report.Add(name + "resident after all questions, a passage", $"{Bytes(ask.Resident / size)} (in all {Megabytes(ask.Resident)}, of which {Megabytes(ask.ResidentBefore)} before it was opened)",
            isLargest ? "≤ 1 KB" : "", isLargest ? ask.Resident / size <= 1024 : null);
        report.Add(name + "snapshot", $"{Megabytes(build.Bytes)}, {Bytes((double)build.Bytes / size)} a passage");
        if (build is { TableSeconds: { } seconds, TableBytes: { } bytes } && ask.Table is { } table)
        {
            report.Add(name + "FTS5 over the same words: build, one core", $"{SearchTime.PerSecond(size, TimeSpan.FromSeconds(seconds), "passages")}, {Megabytes(bytes)}");
            report.Add(name + "FTS5: question, its analysis included", table.ToString());
            report.Add(name + "FTS5 : product", Ratio(table, ask.Asked), isGoal ? "p95 ≥ 10" : "", isGoal ? table.P95 >= 10 * ask.Asked.P95 : null);
            report.Add(name + "snapshot : FTS5's bytes", Number((double)build.Bytes / bytes), isGoal ? "≤ 1.5" : "", isGoal ? build.Bytes <= 1.5 * bytes : null);
        }
        if (size <= LargestOfPeers)
        {
            MeasureLucene(report, source, collection, size, folder, name, ask.Asked);
        }
    }

    private static void MeasureLucene(Report report, SearchSource source, Collection collection, int size, string folder, string name, Percentiles own)
    {
        if (LucenePeer.Missing() is { } reason)
        {
            report.Add(name + "Lucene with Kuromoji", reason);
            return;
        }
        var lucene = LucenePeer.Run(source.Repository, GrownPassages.Of(collection.Documents, size), collection.Questions, folder);
        report.Add(name + "Lucene with Kuromoji: build, all cores", $"{SearchTime.PerSecond(size, TimeSpan.FromSeconds(lucene.Seconds), "passages")}, {Megabytes(lucene.Bytes)}");
        report.Add(name + "Lucene: question, its analysis included", lucene.Asked.ToString());
        report.Add(name + "Lucene : product", Ratio(lucene.Asked, own), "> 1", lucene.Asked.P95 > own.P95);
    }

    private static T Part<T>(SearchSource source, string part, int passages, string folder)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(SearchBenchmark).Assembly.Location, "search-part", part, passages.ToString(CultureInfo.InvariantCulture), folder, .. source.Folder is null ? [] : new[] { source.Folder }])
        {
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        var told = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? JsonSerializer.Deserialize<T>(told)! : throw new InvalidOperationException($"Measuring ({part}, {passages} passages) failed.");
    }

    private static string Ratio(Percentiles other, Percentiles own) => $"{Number(other.P50 / own.P50)} at p50, {Number(other.P95 / own.P95)} at p95, {Number(other.P99 / own.P99)} at p99";

    private static string Number(double value) => value.ToString("0.0#", CultureInfo.InvariantCulture);

    private static string Megabytes(double bytes) => (bytes / (1 << 20)).ToString("#,0.0", CultureInfo.InvariantCulture) + " MB";

    private static string Bytes(double bytes) => bytes.ToString("#,0", CultureInfo.InvariantCulture) + " bytes";
}
