using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace MedtechBot.Tests.Deliveries.Webhooks;

/// <summary>Somebody who is called: answers each call with the next of the answers given, then with 204.</summary>
internal sealed class WebhookReceiver : IDisposable
{
    /// <summary>Takes the call and cuts the connection instead of answering.</summary>
    public const string CutOff = "cut off";

    /// <summary>Takes the call and says nothing.</summary>
    public const string Silence = "silence";

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentQueue<string> _answers;

    public WebhookReceiver(params string[] answers)
    {
        _answers = new(answers);
        _listener.Start();
        _ = ListenAsync();
    }

    public ConcurrentQueue<WebhookCall> Calls { get; } = new();

    public string Url => string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/hook?key=1");

    public void Dispose() => _listener.Dispose();

    private async Task ListenAsync()
    {
        try
        {
            while (true)
            {
                _ = AnswerAsync(await _listener.AcceptTcpClientAsync());
            }
        }
        catch (Exception end) when (end is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task AnswerAsync(TcpClient client)
    {
        var stream = client.GetStream();
        Calls.Enqueue(await ReadAsync(stream));
        var answer = _answers.TryDequeue(out var next) ? next : "204 No Content";
        if (answer == Silence)
        {
            return;
        }
        if (answer != CutOff)
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 {answer}\r\nContent-Length: 0\r\n\r\n"));
        }
        client.Dispose();
    }

    private static async Task<WebhookCall> ReadAsync(Stream stream)
    {
        using var reader = new StreamReader(stream, Encoding.UTF8, leaveOpen: true);
        var first = await reader.ReadLineAsync();
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        while (await reader.ReadLineAsync() is { Length: > 0 } line)
        {
            headers[line[..line.IndexOf(':')]] = line[(line.IndexOf(':') + 1)..].Trim();
        }
        // The bodies here are ASCII, so characters are bytes.
        var body = new char[int.Parse(headers["Content-Length"], CultureInfo.InvariantCulture)];
        await reader.ReadBlockAsync(body);
        return new WebhookCall(first!, headers, new string(body));
    }
}

internal sealed record WebhookCall(string First, IReadOnlyDictionary<string, string> Headers, string Body);
