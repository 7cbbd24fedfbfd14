using System.Net.WebSockets;
using System.Text;
using MedtechBot.Channels;

namespace MedtechBot.Host.DirectLine;

/// <summary>The WebSocket that carries a conversation to the client as it grows.</summary>
public sealed class StreamEndpoint(DirectLineTokens tokens, DirectLineDoor door, Conversations conversations, PublicAddress address, IHostApplicationLifetime lifetime)
{
    // Clients send an empty frame now and then and nothing else.
    private const int LargestFrame = 4 * 1024;
    private static readonly TimeSpan TimeToClose = TimeSpan.FromSeconds(2);

    public void Map(RouteGroupBuilder group) => group.MapGet("conversations/{conversationId}/stream", StreamAsync);

    private async Task<IResult> StreamAsync(HttpContext http, string conversationId, string? watermark, string? t)
    {
        if (string.IsNullOrEmpty(t))
        {
            return DirectLineErrors.NoToken;
        }
        var (_, refusal) = await door.OpenAsync(tokens.ReadForStream(t), conversationId, http.RequestAborted);
        if (refusal is not null)
        {
            return refusal;
        }
        if (!Watermark.TryRead(watermark, out var after) || !http.WebSockets.IsWebSocketRequest)
        {
            return DirectLineErrors.BadRequest("This address wants a WebSocket and a watermark that is a number.");
        }
        using var socket = await http.WebSockets.AcceptWebSocketAsync();
        using var end = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, lifetime.ApplicationStopping);
        var listening = ListenAsync(socket, end);
        await SendAsync(socket, conversationId, after, address.ForLinks(http), end.Token);
        await CloseAsync(socket, lifetime.ApplicationStopping.IsCancellationRequested ? WebSocketCloseStatus.EndpointUnavailable : WebSocketCloseStatus.NormalClosure);
        // A client that does not close its side in time is cut off.
        await Task.WhenAny(listening, Task.Delay(TimeToClose));
        socket.Abort();
        await listening;
        return Results.Empty;
    }

    private async Task SendAsync(WebSocket socket, string conversationId, int after, string origin, CancellationToken cancellation)
    {
        try
        {
            await foreach (var activities in conversations.FollowAsync(conversationId, after, cancellation))
            {
                foreach (var part in activities.Chunk(50))
                {
                    // A frame is sent whole: cancelling in the middle would break the socket instead of closing it.
                    using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
                    await socket.SendAsync(Encoding.UTF8.GetBytes(ActivitySet.Write(part, after, origin)), WebSocketMessageType.Text, endOfMessage: true, patience.Token);
                    after = part[^1].Sequence;
                }
            }
        }
        catch (Exception failure) when (failure is OperationCanceledException or WebSocketException or IOException or ObjectDisposedException)
        {
            // The client went away, or the host is stopping.
        }
    }

    private static async Task ListenAsync(WebSocket socket, CancellationTokenSource end)
    {
        var frame = new byte[LargestFrame];
        try
        {
            while (true)
            {
                var received = await socket.ReceiveAsync(frame, CancellationToken.None);
                if (received.MessageType == WebSocketMessageType.Close || !received.EndOfMessage)
                {
                    break;
                }
            }
        }
        catch (Exception failure) when (failure is OperationCanceledException or WebSocketException or IOException or ObjectDisposedException)
        {
            // The client went away.
        }
        await end.CancelAsync();
    }

    private static async Task CloseAsync(WebSocket socket, WebSocketCloseStatus status)
    {
        if (socket.State is not (WebSocketState.Open or WebSocketState.CloseReceived))
        {
            return;
        }
        try
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(2));
            await socket.CloseOutputAsync(status, null, patience.Token);
        }
        catch (Exception failure) when (failure is OperationCanceledException or WebSocketException or IOException)
        {
            socket.Abort();
        }
    }
}
