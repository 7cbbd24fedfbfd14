using System.Collections.Concurrent;
using MedtechBot.Tests.Deliveries.Mail;

namespace MedtechBot.Host.Tests.Crash;

/// <summary>A mail server that keeps the Message-ID of all it accepted, as often as it did.</summary>
internal sealed class MailReceiver : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> _received = new();
    private readonly SmtpServer _server;
    private readonly Task _reading;

    private MailReceiver(SmtpServer server)
    {
        _server = server;
        _reading = ReadAsync();
    }

    public int Port => _server.Port;

    public IReadOnlyCollection<string> Received => _received;

    public static async Task<MailReceiver> StartAsync() => new(await SmtpServer.StartAsync());

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        await _reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task ReadAsync()
    {
        while (await _server.NextAsync() is { } mail)
        {
            _received.Enqueue(mail.Header("Message-ID"));
        }
    }
}
