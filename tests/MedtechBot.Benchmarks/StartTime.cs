using System.Diagnostics;

namespace MedtechBot.Benchmarks;

/// <summary>From starting the process to the first answer read over HTTP.</summary>
internal static class StartTime
{
    private const int Runs = 3;

    public static void Measure(Report report, Repository repository, string question, string with)
    {
        var (firstHealthy, first, firstProcessor) = (new Times(), new Times(), new Times());
        var (againHealthy, again, processor) = (new Times(), new Times(), new Times());
        for (var run = 0; run < Runs; run++)
        {
            var data = Directory.CreateTempSubdirectory("medtechbot-bench-");
            RunAsync(repository, data.FullName, question, firstHealthy, first, firstProcessor).GetAwaiter().GetResult();
            RunAsync(repository, data.FullName, question, againHealthy, again, processor).GetAwaiter().GetResult();
            data.Delete(recursive: true);
        }
        report.Add(with + "Process start to /health, new data directory", firstHealthy.ToStringWithRange());
        report.Add(with + "Process start to first answer, new data directory", first.ToStringWithRange(), with.Length > 0 ? "" : "< 3 s", with.Length > 0 ? null : first.Median < 3000);
        report.Add(with + "Processor time until the first answer, new data directory, all threads", firstProcessor.ToStringWithRange());
        report.Add(with + "Process start to /health, existing data", againHealthy.ToStringWithRange());
        report.Add(with + "Process start to first answer, existing data", again.ToStringWithRange(), "< 3 s", again.Median < 3000);
        report.Add(with + "Processor time until the first answer, existing data, all threads", processor.ToStringWithRange());
    }

    private static async Task RunAsync(Repository repository, string data, string question, Times healthy, Times answered, Times processor)
    {
        using var host = HostProcess.Start(repository, data);
        await host.WaitUntilHealthyAsync();
        healthy.Add(Stopwatch.GetElapsedTime(host.StartedAt));
        await (await DirectLineAsker.OpenAsync(host.Http)).AskAsync(question);
        answered.Add(Stopwatch.GetElapsedTime(host.StartedAt));
        processor.Add(host.ProcessorTime);
        await HostProcess.WaitUntilStoredAsync(repository, data);
    }
}
