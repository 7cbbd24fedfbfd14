using System.Diagnostics;
using MedtechBot.Japanese;
using MedtechBot.Knowledge.Search;
using MedtechBot.Knowledge.Stored;

namespace MedtechBot.Benchmarks.Search;

/// <summary>Makes the index of so many passages, analysis included, and keeps it in a file; FTS5's beside it.</summary>
internal static class BuildRun
{
    public const string Index = "passages.index";
    public const string Table = "passages.sqlite";

    public static BuildFigures Run(SearchSource source, int passages, string folder, bool withTable)
    {
        using var analyzer = SearchSetup.OpenAnalyzer(source.Repository.Knowledge);
        var reader = new SearchTermReader(analyzer);
        var texts = GrownPassages.Of(source.Read().Documents, passages);
        // Not the compiler is measured.
        TextFields.Analyse(reader, texts[..Math.Min(texts.Length, 2_000)]);

        var started = Stopwatch.GetTimestamp();
        var bytes = StoredSections.Pack(TextFields.Analyse(reader, texts).Write);
        var building = Stopwatch.GetElapsedTime(started);
        File.WriteAllBytes(Path.Combine(folder, Index), bytes);
        if (!withTable)
        {
            return new BuildFigures(building.TotalSeconds, bytes.Length, null, null);
        }
        var file = Path.Combine(folder, Table);
        started = Stopwatch.GetTimestamp();
        using (new FullTextTable(reader, texts, file))
        {
        }
        return new BuildFigures(building.TotalSeconds, bytes.Length, Stopwatch.GetElapsedTime(started).TotalSeconds, new FileInfo(file).Length);
    }
}
