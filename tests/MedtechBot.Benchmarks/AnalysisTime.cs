using System.Diagnostics;
using MedtechBot.Japanese;
using MedtechBot.Knowledge.Search;

namespace MedtechBot.Benchmarks;

/// <summary>The analyser alone, on one thread, in the mode that search uses.</summary>
internal static class AnalysisTime
{
    private static readonly TimeSpan Least = TimeSpan.FromSeconds(2);

    public static void Measure(Report report, Repository repository, Collection collection)
    {
        using var analyzer = SearchSetup.OpenAnalyzer(repository.Knowledge);
        string[] texts = [.. collection.Documents.Select(d => TextNormalizer.Normalize(d.Body).Text)];
        var buffer = new AnalysisBuffer();
        foreach (var text in texts)
        {
            analyzer.Analyze(text, buffer, AnalysisMode.Search);
        }
        long tokens = 0, documents = 0;
        var started = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(started) < Least)
        {
            foreach (var text in texts)
            {
                analyzer.Analyze(text, buffer, AnalysisMode.Search);
                tokens += buffer.Count;
                documents++;
            }
        }
        var time = Stopwatch.GetElapsedTime(started);
        report.Add("Analysis, one thread", SearchTime.PerSecond(tokens, time, "tokens") + ", " + SearchTime.PerSecond(documents, time, "documents"));
    }
}
