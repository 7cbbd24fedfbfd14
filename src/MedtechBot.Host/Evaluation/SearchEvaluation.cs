using System.Diagnostics;
using System.Text.Json.Serialization;
using MedtechBot.Japanese;
using MedtechBot.Knowledge.Search;

namespace MedtechBot.Host.Evaluation;

/// <summary>The figures of one run over a collection; gains are linear.</summary>
internal sealed record SearchFigures(int Docs, int Queries, double Ndcg10, double Recall10, double Mrr10, double DocsPerSecond, double P50Ms, double P95Ms, double PeakMb)
{
    /// <summary>What other weights of the vectors would have made of it; only with vectors.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, double>? Ndcg10ByWeight { get; init; }
}

/// <summary>Runs a collection through the product's own engine in its own configuration.</summary>
internal static class SearchEvaluation
{
    private const int RunDepth = 100;

    /// <param name="learn">What the search has learned before; null for nothing.</param>
    /// <param name="vectors">What is added to the words; null for nothing.</param>
    public static SearchFigures Run(SearchCollection collection, JapaneseAnalyzer analyzer, Thesaurus thesaurus, TextWriter? run, Func<TextIndex, SearchLearning>? learn = null, SearchVectors? vectors = null)
    {
        var building = Stopwatch.StartNew();
        var index = Build(collection, analyzer, thesaurus);
        building.Stop();
        var learning = learn?.Invoke(index);
        foreach (var query in collection.Queries.Take(50))
        {
            index.Search(query.Text, RunDepth);
        }

        var judged = collection.Judged;
        var times = new List<double>();
        double ndcg = 0, recall = 0, reciprocal = 0;
        foreach (var (place, query) in judged.Index())
        {
            var started = Stopwatch.GetTimestamp();
            var hits = learning?.Search(index, query.Text, place, RunDepth) ?? index.Search(query.Text, RunDepth);
            var grades = collection.Grades[query.Id];
            hits = vectors?.Fuse(query.Text, hits, RunDepth, ranking => RankingMeasures.Ndcg([.. ranking.Select(d => collection.Documents[d].Id)], grades, 10)) ?? hits;
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            var ids = hits.Select(hit => collection.Documents[hit.Document].Id).ToList();
            ndcg += RankingMeasures.Ndcg(ids, grades, 10);
            recall += RankingMeasures.Recall(ids, grades, 10);
            reciprocal += RankingMeasures.ReciprocalRank(ids, grades, 10);
            for (var i = 0; run is not null && i < hits.Count; i++)
            {
                run.WriteLine(FormattableString.Invariant($"{query.Id}\t{ids[i]}\t{i + 1}\t{hits[i].Score}"));
            }
        }
        times.Sort();
        return new SearchFigures(
            collection.Documents.Count,
            judged.Count,
            Round(ndcg / Math.Max(1, judged.Count)),
            Round(recall / Math.Max(1, judged.Count)),
            Round(reciprocal / Math.Max(1, judged.Count)),
            Math.Round(collection.Documents.Count / building.Elapsed.TotalSeconds),
            Round(Percentile(times, 0.5)),
            Round(Percentile(times, 0.95)),
            Math.Round(Process.GetCurrentProcess().PeakWorkingSet64 / 1048576.0))
        {
            Ndcg10ByWeight = vectors?.NdcgByWeight,
        };
    }

    internal static TextIndex Build(SearchCollection collection, JapaneseAnalyzer analyzer, Thesaurus thesaurus) =>
        TextIndex.Build(analyzer, thesaurus, [.. collection.Documents.Select(d => (d.Title ?? "", d.Text))]);

    internal static double Percentile(IReadOnlyList<double> sorted, double share) =>
        sorted.Count == 0 ? 0 : sorted[Math.Min(sorted.Count - 1, (int)(share * sorted.Count))];

    private static double Round(double value) => Math.Round(value, 4);
}
