using System.Diagnostics;
using System.Globalization;

namespace MedtechBot.Benchmarks;

/// <summary>A thousand turns through Direct Line: what one takes, and what memory the process holds afterwards.</summary>
internal static class ResidentMemory
{
    private const int Turns = 1_000;
    private const int TurnsOfConversation = 20;

    public static async Task MeasureAsync(Report report, Repository repository, string[] questions, string with)
    {
        var data = Directory.CreateTempSubdirectory("medtechbot-bench-");
        var times = new Times();
        // A first start that makes the index is another matter.
        if (!repository.IsIndexed)
        {
            using var first = HostProcess.Start(repository, data.FullName);
            await first.WaitUntilHealthyAsync();
            await HostProcess.WaitUntilStoredAsync(repository, data.FullName);
            await Task.Delay(TimeSpan.FromSeconds(2));
            if (first.ResidentMegabytes() is { } made)
            {
                report.Add(with + "Resident once the index was made and stored", Megabytes(made));
            }
        }
        using (var host = HostProcess.Start(repository, data.FullName))
        {
            await host.WaitUntilHealthyAsync();
            var before = host.ResidentMegabytes();
            for (var turn = 0; turn < Turns;)
            {
                var asker = await DirectLineAsker.OpenAsync(host.Http);
                for (var i = 0; i < TurnsOfConversation; i++, turn++)
                {
                    var started = Stopwatch.GetTimestamp();
                    await asker.AskAsync(questions[turn % questions.Length]);
                    times.Add(Stopwatch.GetElapsedTime(started));
                }
            }
            report.Add(with + "A turn through Direct Line: sent, kept, answered, read", times.ToString());
            if (host.ResidentMegabytes() is { } after)
            {
                report.Add(with + "Resident once healthy", Megabytes(before!.Value));
                report.Add(with + $"Resident after {Turns} turns", Megabytes(after), "< 300 MB", after < 300);
                report.Add(with + "... of which of the process alone (without mapped files)", Megabytes(host.ResidentMegabytes("RssAnon")!.Value));
                report.Add(with + "Highest until then", Megabytes(host.ResidentMegabytes("VmHWM")!.Value));
            }
        }
        data.Delete(recursive: true);
    }

    private static string Megabytes(double value) => value.ToString("0", CultureInfo.InvariantCulture) + " MB";
}
