using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;

namespace MedtechBot.Benchmarks.Teams;

/// <summary>The verb <c>teams</c>: two hundred messages a second from a hundred conversations, whether or not the replies keep up.</summary>
internal static class TeamsBenchmark
{
    private const int Conversations = 100;
    private const int Goal = 100;

    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan BetweenSamples = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan PatienceForReplies = TimeSpan.FromSeconds(60);

    public static async Task<int> RunAsync(Repository repository, TimeSpan duration, int perSecond)
    {
        var data = Directory.CreateTempSubdirectory("medtechbot-teams-");
        var report = new Report("Teams", "teams");
        var questions = Product.Questions(repository);
        await using var connector = await Connector.StartAsync();
        using (var host = HostProcess.Start(repository, data.FullName, environment: "Development"))
        {
            await host.WaitUntilHealthyAsync();
            var sent = await SendAsync(host, connector, questions, WarmUp, perSecond, 0);
            connector.TakeTimes();
            var (processor, waited, memory, replies) = (host.ProcessorTime, host.WaitedForProcessor, new List<double>(), connector.Replies);
            using var stop = new CancellationTokenSource();
            var sampling = SampleAsync(host, memory, stop.Token);
            var asked = await SendAsync(host, connector, questions, duration, perSecond, sent) - sent;
            var used = host.ProcessorTime - processor;
            await stop.CancelAsync();
            await sampling;
            var times = connector.TakeTimes();
            report.Add("Who wrote", $"{Conversations} conversations, {perSecond} messages a second in all, {duration.TotalSeconds:0} s after {WarmUp.TotalSeconds:0} s of warming up; {asked} messages, {connector.Replies - replies} replies");
            report.Add("Messages without a reply at the end", connector.Waiting.ToString(CultureInfo.InvariantCulture), "none", connector.Waiting == 0);
            report.Add("From sending a message to /api/messages until its reply reaches the connector", times.ToStringWithMost(), $"p95 < {Goal} ms", times.P95 < Goal);
            report.Add("Processor time of the product", $"{(used / duration).ToString("0.00", CultureInfo.InvariantCulture)} of a core, {Times.Milliseconds(used.TotalMilliseconds / asked)} a message; its threads waited for one that others had: {((host.WaitedForProcessor - waited) / duration).ToString("0.00", CultureInfo.InvariantCulture)}");
            report.Add("Of the process alone (without mapped files), every 10 s", string.Join(", ", memory.Select(m => m.ToString("0", CultureInfo.InvariantCulture))) + " MB");
        }
        report.WriteTo(repository.Results);
        data.Delete(recursive: true);
        return 0;
    }

    // By the clock, so that a product that falls behind is seen to.
    private static async Task<int> SendAsync(HostProcess host, Connector connector, string[] questions, TimeSpan duration, int perSecond, int first)
    {
        var sending = new List<Task>();
        var began = Stopwatch.GetTimestamp();
        var next = first;
        while (Stopwatch.GetElapsedTime(began) is var now && now < duration)
        {
            for (; next - first < now.TotalSeconds * perSecond; next++)
            {
                sending.Add(SayAsync(host, connector, next, questions[next % questions.Length]));
            }
            sending.RemoveAll(s => s.IsCompletedSuccessfully);
            await Task.Delay(1);
        }
        await Task.WhenAll(sending);
        for (var ended = Stopwatch.GetTimestamp(); connector.Waiting > 0 && Stopwatch.GetElapsedTime(ended) < PatienceForReplies;)
        {
            await Task.Delay(20);
        }
        return next;
    }

    private static async Task SayAsync(HostProcess host, Connector connector, int number, string text)
    {
        var conversation = $"c{number % Conversations}";
        connector.Asked(conversation);
        using var answer = await host.Http.PostAsJsonAsync("/api/messages", new
        {
            type = "message",
            id = $"m{number}",
            text,
            from = new { id = "29:" + conversation, aadObjectId = conversation },
            recipient = new { id = "28:bot" },
            conversation = new { id = conversation, conversationType = "personal", tenantId = "tenant" },
            channelId = "msteams",
            serviceUrl = connector.ServiceUrl,
            locale = "ja-JP",
        });
        answer.EnsureSuccessStatusCode();
    }

    private static async Task SampleAsync(HostProcess host, List<double> memory, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            if (host.ResidentMegabytes("RssAnon") is { } now)
            {
                memory.Add(now);
            }
            await Task.Delay(BetweenSamples, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
