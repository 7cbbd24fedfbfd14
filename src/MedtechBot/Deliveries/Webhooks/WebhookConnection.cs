using System.Net;
using System.Net.Sockets;

namespace MedtechBot.Deliveries.Webhooks;

/// <summary>The way to webhooks: no redirects, no proxy, no cookies, and a name that leads into one's own net is not followed there.</summary>
public static class WebhookConnection
{
    /// <summary>How long one call may take.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public static HttpClient NewClient() => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = false,
        // A used connection that turns out to be closed would be replaced and the call repeated behind our back.
        PooledConnectionLifetime = TimeSpan.Zero,
        ConnectCallback = ConnectAsync,
    })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    private static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        // Looked up here and connected to just that: asking twice could give two answers.
        var own = context.InitialRequestMessage.RequestUri is { Scheme: "http", IsLoopback: true };
        var addresses = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, cancellation);
        var allowed = Array.FindAll(addresses, a => own ? IPAddress.IsLoopback(a) : PublicNetwork.Is(a));
        if (allowed.Length == 0)
        {
            throw new AddressNotAllowedException();
        }
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, context.DnsEndPoint.Port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

/// <summary>The name of a webhook leads to where none may be.</summary>
public sealed class AddressNotAllowedException() : IOException("The address is not a public one.");
