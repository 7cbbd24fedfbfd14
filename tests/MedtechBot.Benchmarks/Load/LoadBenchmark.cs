using System.Globalization;
using MedtechBot.Storage;

namespace MedtechBot.Benchmarks.Load;

/// <summary>The verb <c>load</c>: the product as a process of its own with everybody at once, and what came of it.</summary>
internal static class LoadBenchmark
{
    private const int Goal = 200;

    private static readonly string[] DeskPages =
        ["desk: queue", "desk: search", "desk: ticket", "desk: queue fetched anew", "desk: ticket fetched anew", "desk: form sent", "desk: passages beside the editor", "desk: CSV"];

    private static readonly string[] OfAskers =
        ["asker: message taken in", "asker: turn, until the reply is read", "asker: filing, until the number is read", "asker: button, until the reply is read", "/health"];

    /// <param name="postgres">A connection string; null for SQLite.</param>
    public static async Task<int> RunAsync(Repository repository, LoadPlan plan, string? postgres)
    {
        var data = Directory.CreateTempSubdirectory("medtechbot-load-");
        if (!DatabaseAddress.TryParse(postgres ?? "", out var database))
        {
            database = DatabaseAddress.OfFile(Path.Combine(data.FullName, "medtechbot.db"));
        }
        var kind = postgres is null ? "SQLite" : "PostgreSQL";
        var report = new Report($"Under load, {kind}", "load");
        IReadOnlyList<string> wrong;
        using (var host = HostProcess.Start(repository, data.FullName, postgres))
        {
            await host.WaitUntilHealthyAsync();
            var (processor, waited) = (TimeSpan.Zero, TimeSpan.Zero);
            var run = new LoadRun(plan, host.Http.BaseAddress!, await host.SignInLink, database, Console.WriteLine)
            {
                OnMeasuring = begins => (processor, waited) = begins
                    ? (host.ProcessorTime, host.WaitedForProcessor)
                    : (host.ProcessorTime - processor, host.WaitedForProcessor - waited),
            };
            wrong = await run.RunAsync();
            Write(report, plan, run, wrong);
            report.Add("Processor time of the product", $"{Share(processor, plan)}; its threads waited for one that others had, this program among them: {Share(waited, plan)}");
            if (host.ResidentMegabytes() is { } resident)
            {
                report.Add("Resident at the end", $"{resident.ToString("0", CultureInfo.InvariantCulture)} MB");
            }
        }
        report.WriteTo(repository.Results);
        data.Delete(recursive: true);
        return wrong.Count == 0 ? 0 : 1;
    }

    private static void Write(Report report, LoadPlan plan, LoadRun run, IReadOnlyList<string> wrong)
    {
        report.Add("Who came", $"{plan.Coordinators} coordinators, each with an open stream of changes and something every {Seconds(plan.CoordinatorPause)} s; {plan.Askers} askers on sockets, each with something every {Seconds(plan.AskerPause)} s; {plan.Duration.TotalSeconds} s");
        report.Add("Errors, lost, doubled or out of order", wrong.Count == 0 ? "none" : string.Join("; ", wrong.Take(20)), "none", wrong.Count == 0);
        report.Add("Compared with the database and with what everybody was told", run.Compared);
        report.Add("Somebody was faster (409, told by whom)", string.Join(", ", run.Tally.Answers.Where(a => a.Kind == "lost race").Select(a => $"{a.Count} x {a.Status}")));
        var desk = run.Tally.TimesOf(DeskPages);
        report.Add("Pages of the desk, all", desk.ToStringWithMost(), $"p95 < {Goal} ms", desk.P95 < Goal);
        foreach (var kind in DeskPages)
        {
            Kind(kind, $"p95 < {Goal} ms");
        }
        foreach (var kind in OfAskers)
        {
            Kind(kind, "");
        }
        foreach (var kind in new[] { "desk: queue", "desk: ticket", "/health" })
        {
            var (alone, loaded) = (run.Alone.TimesOf([kind]), run.Tally.TimesOf([kind]));
            report.Add($"{kind}: under load : one person alone", $"{Ratio(loaded.Median, alone.Median)} at the median, {Ratio(loaded.P95, alone.P95)} at p95 (alone: {alone})");
        }
        report.Add("desk: queue : /health, both under load", $"{Ratio(run.Tally.TimesOf(["desk: queue"]).Median, run.Tally.TimesOf(["/health"]).Median)} at the median");

        void Kind(string kind, string goal)
        {
            var times = run.Tally.TimesOf([kind]);
            var answers = string.Join(", ", run.Tally.Answers.Where(a => a.Kind == kind).Select(a => $"{a.Status}: {a.Count}"));
            if (times.Count > 0)
            {
                report.Add(kind, times.ToStringWithMost() + (answers.Length > 0 ? $"; {answers}" : ""), goal, goal.Length > 0 ? times.P95 < Goal : null);
            }
        }
    }

    private static string Share(TimeSpan time, LoadPlan plan) =>
        $"{time.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture)} s, {(time / plan.Duration).ToString("0.00", CultureInfo.InvariantCulture)} of a core";

    private static string Seconds((TimeSpan Least, TimeSpan Most) pause) => $"{pause.Least.TotalSeconds}-{pause.Most.TotalSeconds}";

    private static string Ratio(double one, double other) => (one / other).ToString("0.0", CultureInfo.InvariantCulture);
}
