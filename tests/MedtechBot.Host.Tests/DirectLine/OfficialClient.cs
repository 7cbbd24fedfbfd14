using System.Diagnostics;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MedtechBot.Host.Tests.DirectLine;

/// <summary>The official client, botframework-directlinejs, in a Node.js process of its own; needs tests/npm installed.</summary>
internal sealed class OfficialClient : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly string Folder = Path.Combine(
        typeof(OfficialClient).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "RepositoryRoot").Value!,
        "tests", "npm");

    private readonly Process _process;
    private readonly List<JsonObject> _reports = [];

    private OfficialClient(Process process) => _process = process;

    /// <summary>What the conversation brought so far, in the order it came.</summary>
    public IReadOnlyList<JsonNode> Activities => [.. _reports.Select(r => r["activity"]).OfType<JsonNode>()];

    public static async Task<OfficialClient> StartAsync(ProductHost host)
    {
        Skip.IfNot(Directory.Exists(Path.Combine(Folder, "node_modules", "botframework-directlinejs")), "tests/npm is not installed (npm ci)");
        var utf8 = new UTF8Encoding(false);
        var start = new ProcessStartInfo("node", ["directline-client.mjs", new Uri(host.Address, "v3/directline").ToString()])
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardInputEncoding = utf8,
            StandardOutputEncoding = utf8,
        };
        var client = new OfficialClient(Process.Start(start)!);
        await client.ReportedAsync("ready");
        return client;
    }

    /// <summary>Opens a conversation as a page does: with a token, and on resuming with what it knows of the conversation.</summary>
    public Task ConnectAsync(string mode, string token, string? conversationId = null, string? watermark = null) =>
        CommandAsync(new { connect = new { token, webSocket = mode == "websocket", conversationId, watermark } });

    /// <summary>Sends a message; the id that the client was given for it.</summary>
    public async Task<string> SayAsync(string text, string clientActivityId)
    {
        await CommandAsync(new { say = text, @as = clientActivityId });
        return (string)(await ReportedAsync("posted"))["posted"]!;
    }

    /// <summary>Sends a message that the client will not get rid of; why not.</summary>
    public async Task<string> RefusedAsync(string text)
    {
        await CommandAsync(new { say = text });
        return (string)(await ReportedAsync("refused"))["refused"]!;
    }

    /// <summary>Cuts the socket without a goodbye, as a lost network does.</summary>
    public async Task KillSocketAsync()
    {
        await CommandAsync(new { kill = true });
        await ReportedAsync("killed");
    }

    public Task BecomesAsync(string status) => UntilAsync(r => (string?)r["status"] == status, status);

    public async Task<IReadOnlyList<JsonNode>> WaitForAsync(int count)
    {
        while (Activities.Count < count)
        {
            await ReadAsync($"{count} activities");
        }
        return Activities;
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private async Task CommandAsync(object command)
    {
        await _process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(command, JsonSerializerOptions.Web));
        await _process.StandardInput.FlushAsync();
    }

    private Task<JsonObject> ReportedAsync(string name) => UntilAsync(r => r.ContainsKey(name), name);

    // Each report answers one wait, except activities, which stay to be looked at.
    private async Task<JsonObject> UntilAsync(Predicate<JsonObject> wanted, string what)
    {
        int at;
        while ((at = _reports.FindIndex(wanted)) < 0)
        {
            await ReadAsync(what);
        }
        var report = _reports[at];
        _reports.RemoveAt(at);
        return report;
    }

    private async Task ReadAsync(string what)
    {
        string? line;
        try
        {
            line = await _process.StandardOutput.ReadLineAsync().WaitAsync(Patience);
        }
        catch (TimeoutException)
        {
            throw new TimeoutException($"The client did not report {what}; so far {string.Join("\n", _reports.Select(r => r.ToJsonString()))}");
        }
        Assert.True(line is not null, $"The client ended before it reported {what}.");
        _reports.Add((JsonObject)JsonNode.Parse(line)!);
    }
}
