using System.Diagnostics;
using MedtechBot.Host.Tests.DirectLine;

namespace MedtechBot.Host.Tests.Telemetry;

public sealed class TelemetryTests
{
    private const string Mark = "ZQXMARK";

    [Fact]
    public async Task Turns_are_exported_as_kinds_and_times_and_nothing_that_anybody_wrote_or_looked_for()
    {
        await using var receiver = new OtlpReceiver();
        var host = new MeasuredHost(await receiver.StartAsync());
        string conversation;
        try
        {
            using var asker = await DirectLineClient.StartAsync(host);
            conversation = asker.ConversationId;
            await asker.SayAsync($"{SmallKnowledge.Question} {Mark} {Mark}@example.jp");
            await asker.WaitForAsync(2);
            using var visitor = host.NewClient();
            await visitor.GetAsync($"/knowledge?q={Mark}");
            await visitor.GetAsync($"/{Mark}");
            await visitor.GetAsync($"/desk/sign-in/{Mark}");
        }
        finally
        {
            await host.DisposeAsync(); // what was measured goes out at the latest when the host stops
        }

        var (metrics, traces) = (receiver.Text("/v1/metrics"), receiver.Text("/v1/traces"));
        foreach (var name in new[] { "medtechbot.turns", "medtechbot.turn.duration", "answered", "japanese", "directline", "http.server.request.duration" })
        {
            Assert.Contains(name, metrics, StringComparison.Ordinal);
        }
        foreach (var name in new[] { "turn", "search", "compose" })
        {
            Assert.Contains(name, traces, StringComparison.Ordinal);
        }
        foreach (var secret in new[] { Mark, conversation, "伴走" })
        {
            Assert.DoesNotContain(secret, metrics, StringComparison.Ordinal);
            Assert.DoesNotContain(secret, traces, StringComparison.Ordinal);
        }
    }

    [SkippableFact]
    public async Task Without_an_endpoint_nothing_of_it_is_even_loaded()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "What a process has loaded is read from /proc.");
        var folder = Directory.CreateTempSubdirectory("medtechbot-");
        SmallKnowledge.Write(Path.Combine(folder.FullName, "knowledge"));
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "MedtechBot.Host.dll"), "--urls", "http://127.0.0.1:0"])
        {
            RedirectStandardOutput = true,
            Environment =
            {
                ["MedtechBot__DataDirectory"] = Path.Combine(folder.FullName, "data"),
                ["MedtechBot__KnowledgeDirectory"] = Path.Combine(folder.FullName, "knowledge"),
            },
        };
        using var process = Process.Start(start)!;
        try
        {
            using var deadline = new CancellationTokenSource(TimeSpan.FromMinutes(2));
            string? line;
            do
            {
                line = await process.StandardOutput.ReadLineAsync(deadline.Token);
            }
            while (line is not null && !line.Contains("/desk/sign-in/", StringComparison.Ordinal));
            var loaded = await File.ReadAllTextAsync($"/proc/{process.Id}/maps");
            Assert.Contains("MedtechBot.Host.dll", loaded, StringComparison.Ordinal);
            Assert.DoesNotContain("OpenTelemetry", loaded, StringComparison.Ordinal);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
            folder.Delete(recursive: true);
        }
    }

    private sealed class MeasuredHost(string endpoint) : ProductHost
    {
        protected override IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string> { ["MedtechBot:Telemetry:Endpoint"] = endpoint };
    }
}
