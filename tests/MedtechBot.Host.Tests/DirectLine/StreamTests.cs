using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace MedtechBot.Host.Tests.DirectLine;

public sealed class StreamTests(ProductHost host) : IClassFixture<ProductHost>
{
    [Fact]
    public async Task A_socket_carries_the_question_and_the_answer_and_bears_empty_frames()
    {
        using var asker = await DirectLineClient.StartAsync(host);
        using var socket = await ConnectAsync(asker);
        await socket.SendAsync(Array.Empty<byte>(), WebSocketMessageType.Text, true, default);
        await asker.SayAsync(SmallKnowledge.Question);
        var (activities, watermark) = await ReadAsync(socket, 2);
        Assert.Equal(["user", "bot"], activities.Select(a => (string?)a["from"]!["role"]));
        Assert.Equal("2", watermark);
        await socket.SendAsync(Array.Empty<byte>(), WebSocketMessageType.Text, true, default);
        await asker.SayAsync("もう一度");
        Assert.Equal("4", (await ReadAsync(socket, 2)).Watermark);
        await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, default);
        Assert.Equal(WebSocketState.Closed, socket.State);
    }

    [Fact]
    public async Task After_a_killed_socket_the_rest_comes_once_by_the_watermark()
    {
        using var asker = await DirectLineClient.StartAsync(host);
        using (var killed = await ConnectAsync(asker))
        {
            await asker.SayAsync(SmallKnowledge.Question);
            await ReadAsync(killed, 2);
            killed.Abort();
        }
        await asker.SayAsync("切れている間の質問");
        await asker.WaitForAsync(4);
        using var again = await ConnectAsync(asker, "2");
        var (activities, watermark) = await ReadAsync(again, 2);
        Assert.Equal("切れている間の質問", (string?)activities[0]["text"]);
        Assert.Equal("4", watermark);
    }

    [Fact]
    public async Task A_stream_needs_its_own_token_for_its_own_conversation()
    {
        using var asker = await DirectLineClient.StartAsync(host);
        using var other = await DirectLineClient.StartAsync(host);
        var stream = await StreamUrlAsync(asker, null);
        foreach (var address in new[] { stream.Replace(asker.ConversationId, other.ConversationId), stream[..stream.IndexOf("&t=", StringComparison.Ordinal)], stream[..^4] + "AAAA" })
        {
            using var socket = new ClientWebSocket();
            await Assert.ThrowsAsync<WebSocketException>(() => socket.ConnectAsync(new Uri(address), default));
        }
    }

    [Fact]
    public async Task Open_sockets_are_closed_properly_when_the_product_stops()
    {
        var own = new ProductHost();
        using var asker = await DirectLineClient.StartAsync(own);
        using var socket = await ConnectAsync(asker);
        var received = socket.ReceiveAsync(new byte[1024], default);
        await own.DisposeAsync();
        Assert.Equal(WebSocketMessageType.Close, (await received.WaitAsync(TimeSpan.FromSeconds(20))).MessageType);
        Assert.Equal(WebSocketCloseStatus.EndpointUnavailable, socket.CloseStatus);
    }

    private static async Task<ClientWebSocket> ConnectAsync(DirectLineClient asker, string? watermark = null)
    {
        var socket = new ClientWebSocket();
        await socket.ConnectAsync(new Uri(await StreamUrlAsync(asker, watermark)), default);
        return socket;
    }

    private static async Task<string> StreamUrlAsync(DirectLineClient asker, string? watermark) =>
        (string)(await DirectLineClient.ReadAsync(await asker.Http.GetAsync($"/v3/directline/conversations/{asker.ConversationId}?watermark={watermark}")))["streamUrl"]!;

    private static async Task<(List<JsonNode> Activities, string? Watermark)> ReadAsync(ClientWebSocket socket, int count)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var (activities, watermark, frame) = (new List<JsonNode>(), (string?)null, new byte[256 * 1024]);
        while (activities.Count < count)
        {
            var length = 0;
            ValueWebSocketReceiveResult part;
            do
            {
                part = await socket.ReceiveAsync(frame.AsMemory(length), deadline.Token);
                length += part.Count;
            }
            while (!part.EndOfMessage);
            var set = JsonNode.Parse(Encoding.UTF8.GetString(frame, 0, length))!;
            activities.AddRange(((JsonArray)set["activities"]!)!);
            watermark = (string?)set["watermark"];
        }
        return (activities, watermark);
    }
}
