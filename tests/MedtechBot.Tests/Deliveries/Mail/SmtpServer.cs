using System.Diagnostics;
using System.Text;
using System.Text.Json;
using MedtechBot.Deliveries.Mail;
using MedtechBot.Tests.Knowledge;

namespace MedtechBot.Tests.Deliveries.Mail;

/// <summary>npm's smtp-server in a Node.js process of its own, which takes or refuses mail as it is told; needs tests/npm installed.</summary>
internal sealed class SmtpServer : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly string Folder = Path.Combine(Path.GetDirectoryName(ProductKnowledge.Folder())!, "tests", "npm");

    private readonly Process _process;

    private SmtpServer(Process process) => _process = process;

    public int Port { get; private set; }

    public MailOptions Options => new() { Host = "127.0.0.1", Port = Port, From = "医療機器相談デスク <desk@bot.example.jp>", StartTls = false };

    public static async Task<SmtpServer> StartAsync(params string[] arguments)
    {
        Skip.IfNot(Directory.Exists(Path.Combine(Folder, "node_modules", "smtp-server")), "tests/npm is not installed (npm ci)");
        var utf8 = new UTF8Encoding(false);
        var server = new SmtpServer(Process.Start(new ProcessStartInfo("node", ["smtp-server.mjs", .. arguments])
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardInputEncoding = utf8,
            StandardOutputEncoding = utf8,
        })!);
        server.Port = (await server.ReportAsync()).GetProperty("port").GetInt32();
        return server;
    }

    /// <summary>What to do with the next one that comes.</summary>
    public async Task TellAsync(object order)
    {
        await _process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(order, JsonSerializerOptions.Web));
        await _process.StandardInput.FlushAsync();
        Assert.True((await ReportAsync()).GetProperty("told").GetBoolean());
    }

    public async Task<ReceivedMail> ReceivedAsync() => new(await ReportAsync());

    /// <summary>The next mail, however long it takes; null once the server has ended.</summary>
    public async Task<ReceivedMail?> NextAsync() =>
        await _process.StandardOutput.ReadLineAsync() is { } line ? new ReceivedMail(JsonDocument.Parse(line).RootElement) : null;

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private async Task<JsonElement> ReportAsync()
    {
        var line = await _process.StandardOutput.ReadLineAsync().WaitAsync(Patience);
        Assert.True(line is not null, "The mail server ended.");
        return JsonDocument.Parse(line).RootElement;
    }
}
