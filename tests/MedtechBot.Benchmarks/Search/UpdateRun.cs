using System.Diagnostics;
using MedtechBot.Knowledge;
using MedtechBot.Knowledge.Stored;

namespace MedtechBot.Benchmarks.Search;

/// <summary>One thread asks while documents of ten times the knowledge change and are taken in, beside how long the same questions take at rest.</summary>
internal static class UpdateRun
{
    private const int TimesTheKnowledge = 10;
    private const int Updates = 3;
    private const int Limit = 10;

    public static void Measure(Report report, Repository repository)
    {
        var folder = Directory.CreateTempSubdirectory("medtechbot-grown-").FullName;
        GrownKnowledge.Write(repository.Knowledge, folder, TimesTheKnowledge);
        using var store = new KnowledgeStore(folder, Path.Combine(folder, "knowledge.index"));
        using var index = new KnowledgeIndex(folder, store);
        store.Saving.GetAwaiter().GetResult();
        string[] questions = [.. Product.Questions(repository).Take(1_000)];
        Ask(index, questions, new Times());
        Ask(index, questions, new Times());
        var (rest, busy, updates) = (new Times(), new Times(), new Times());
        Ask(index, questions, rest);

        var documents = index.Current.Documents.Where(d => d.File.EndsWith(".md", StringComparison.Ordinal)).Take(Updates).Select(d => Path.Combine(folder, d.File)).ToList();
        var updating = Task.Run(() =>
        {
            foreach (var document in documents)
            {
                File.WriteAllText(document, File.ReadAllText(document).Replace("。\n", "。また後で変わる。\n", StringComparison.Ordinal));
                var started = Stopwatch.GetTimestamp();
                index.Reload();
                updates.Add(Stopwatch.GetElapsedTime(started));
            }
        });
        while (!updating.IsCompleted)
        {
            Ask(index, questions.TakeWhile(_ => !updating.IsCompleted), busy);
        }
        var passages = index.Current.PassageCount;
        Directory.Delete(folder, recursive: true);
        report.Add($"Questions at rest ({passages} passages of the product)", Percentiles.Of(rest).ToString());
        report.Add("... while documents change and are taken in", $"{Percentiles.Of(busy)} (n = {busy.Count})", "p99 < 10 ms", busy.P99 < 10);
        report.Add("A changed document, until it is served", updates.ToStringWithRange());
    }

    private static void Ask(KnowledgeIndex index, IEnumerable<string> questions, Times times)
    {
        foreach (var question in questions)
        {
            var started = Stopwatch.GetTimestamp();
            index.Current.Search.Search(question, Limit);
            times.Add(Stopwatch.GetElapsedTime(started));
        }
    }
}
