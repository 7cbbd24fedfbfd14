using System.Diagnostics;
using MedtechBot.Japanese;
using MedtechBot.Knowledge.Search;
using MedtechBot.Knowledge.Stored;

namespace MedtechBot.Benchmarks.Search;

/// <summary>
/// Opens what <see cref="BuildRun"/> has kept and asks on one thread, each question from its text to the ranking, after all have been asked
/// twice. FTS5, in memory, is asked in turns with it, so that both meet the same machine.
/// </summary>
internal static class AskRun
{
    private const int Limit = 10;
    private const int WarmUps = 2;
    private const int Rounds = 3;

    public static AskFigures Run(SearchSource source, int passages, string folder)
    {
        using var analyzer = SearchSetup.OpenAnalyzer(source.Repository.Knowledge);
        var (reader, thesaurus) = (new SearchTermReader(analyzer), SearchSetup.OpenThesaurus(source.Repository.Knowledge, analyzer));
        var questions = source.Read().Questions;
        _ = GeneralSynonyms.BuiltIn;
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        var before = Resident();

        // The product's code is compiled when it is built; here it is by opening once before.
        Open();
        var started = Stopwatch.GetTimestamp();
        var index = Open();
        var opened = Stopwatch.GetElapsedTime(started);
        index.Search(questions[0], Limit);
        var first = Stopwatch.GetElapsedTime(started);

        var (own, other) = (new Times(), new Times());
        for (var i = 0; i < WarmUps; i++)
        {
            Ask(questions, new Times(), q => index.Search(q, Limit));
        }
        Ask(questions, own, q => index.Search(q, Limit));
        var resident = Resident();

        if (!File.Exists(Path.Combine(folder, BuildRun.Table)))
        {
            return new AskFigures(opened.TotalMilliseconds, first.TotalMilliseconds, Percentiles.Of(own), resident, before, null);
        }
        using var table = FullTextTable.OpenInMemory(Path.Combine(folder, BuildRun.Table));
        Ask(questions, new Times(), Table);
        own = new Times();
        for (var i = 0; i < Rounds; i++)
        {
            Ask(questions, own, q => index.Search(q, Limit));
            Ask(questions, other, Table);
        }
        return new AskFigures(opened.TotalMilliseconds, first.TotalMilliseconds, Percentiles.Of(own), resident, before, Percentiles.Of(other));

        TextIndex Open()
        {
            var sections = new StoredSections(new StoredBytes(File.OpenHandle(Path.Combine(folder, BuildRun.Index))));
            sections.Verify();
            return new TextIndex(reader, thesaurus, sections, passages);
        }

        void Table(string question) => table.Search(reader.Read(question, withKanaGrams: false).Words, Limit);
    }

    private static void Ask(IReadOnlyList<string> questions, Times times, Action<string> search)
    {
        foreach (var question in questions)
        {
            var started = Stopwatch.GetTimestamp();
            search(question);
            times.Add(Stopwatch.GetElapsedTime(started));
        }
    }

    private static double Resident()
    {
        using var process = Process.GetCurrentProcess();
        return process.WorkingSet64;
    }
}
