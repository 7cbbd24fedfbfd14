using System.Diagnostics;
using System.Globalization;
using MedtechBot.Knowledge.Search;

namespace MedtechBot.Benchmarks;

/// <summary>The product's search beside SQLite's, question by question in turn, so that both meet the same machine.</summary>
internal static class SearchTime
{
    private const int Limit = 10;

    public static void Measure(Report report, Repository repository, Collection collection)
    {
        using var analyzer = SearchSetup.OpenAnalyzer(repository.Knowledge);
        var reader = new SearchTermReader(analyzer);
        var thesaurus = SearchSetup.OpenThesaurus(repository.Knowledge, analyzer);

        var started = Stopwatch.GetTimestamp();
        var index = TextIndex.Build(analyzer, thesaurus, collection.Documents);
        var building = Stopwatch.GetElapsedTime(started);
        started = Stopwatch.GetTimestamp();
        using var table = new FullTextTable(reader, collection.Documents);
        var tableBuilding = Stopwatch.GetElapsedTime(started);

        var (own, fullText) = (new Times(), new Times());
        Run(index, table, reader, collection.Questions.Take(100), new Times(), new Times());
        Run(index, table, reader, collection.Questions, own, fullText);

        var name = $"{collection.Name}, {collection.Documents.Count} documents";
        report.Add($"Indexing ({name}), all cores", PerSecond(collection.Documents.Count, building, "documents"));
        report.Add("SQLite FTS5 over the same words, one core", PerSecond(collection.Documents.Count, tableBuilding, "documents"));
        report.Add("Search, analysis of the question included", own.ToString());
        report.Add("SQLite FTS5 over the same words, their analysis included", fullText.ToString());
        report.Add("SQLite FTS5 : product", string.Create(CultureInfo.InvariantCulture, $"{fullText.Median / own.Median:0.0} at the median, {fullText.P95 / own.P95:0.0} at p95"), "> 1", fullText.Median > own.Median);
    }

    internal static string PerSecond(double count, TimeSpan time, string of) =>
        string.Create(CultureInfo.InvariantCulture, $"{count / time.TotalSeconds:#,0} {of}/s ({time.TotalSeconds:0.00} s)");

    private static void Run(TextIndex index, FullTextTable table, SearchTermReader reader, IEnumerable<string> questions, Times own, Times fullText)
    {
        foreach (var question in questions)
        {
            var started = Stopwatch.GetTimestamp();
            index.Search(question, Limit);
            own.Add(Stopwatch.GetElapsedTime(started));
            // Both sides take the question from its text to the ranking.
            started = Stopwatch.GetTimestamp();
            table.Search(reader.Read(question, withKanaGrams: false).Words, Limit);
            fullText.Add(Stopwatch.GetElapsedTime(started));
        }
    }
}
