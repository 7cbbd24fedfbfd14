using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text.Json.Nodes;

namespace MedtechBot.Benchmarks.Load;

/// <summary>An activity as an asker's browser was told of it.</summary>
internal sealed record Heard(string Id, bool IsOwn, string Name, string Text, string? ClientId, JsonNode? Card);

/// <summary>One conversation through Direct Line as Web Chat holds it: sent by POST, followed by a WebSocket.</summary>
internal sealed class AskerStream(HttpClient http) : IAsyncDisposable
{
    private readonly List<string> _ids = [];
    private readonly Lock _lock = new();
    private AuthenticationHeaderValue? _token;
    private ClientWebSocket _socket = new();
    private Task _reading = Task.CompletedTask;
    private string _watermark = "";
    private volatile ClientWebSocket? _left;

    /// <summary>Told everything that arrives, in order.</summary>
    public Action<Heard> OnHeard { get; set; } = _ => { };

    public Action<Exception> OnBroken { get; set; } = _ => { };

    public string Conversation { get; private set; } = "";

    /// <summary>The ids of everything that arrived, in order.</summary>
    public IReadOnlyList<string> Ids
    {
        get
        {
            lock (_lock)
            {
                return [.. _ids];
            }
        }
    }

    public async Task OpenAsync()
    {
        var admitted = await SendAsync(HttpMethod.Post, "tokens/generate");
        (Conversation, _token) = ((string)admitted["conversationId"]!, new AuthenticationHeaderValue("Bearer", (string)admitted["token"]!));
        await FollowAsync(await SendAsync(HttpMethod.Post, "conversations"));
    }

    /// <summary>The line breaks, and the client goes on where it was.</summary>
    public async Task ReconnectAsync()
    {
        await LeaveAsync();
        await FollowAsync(await SendAsync(HttpMethod.Get, $"conversations/{Conversation}?watermark={_watermark}"));
    }

    /// <returns>The id of the activity that was taken in.</returns>
    public async Task<string> SayAsync(JsonObject activity)
    {
        var taken = await SendAsync(HttpMethod.Post, $"conversations/{Conversation}/activities", JsonContent.Create(activity));
        return (string)taken["id"]!;
    }

    public async ValueTask DisposeAsync()
    {
        await LeaveAsync();
        _socket.Dispose();
    }

    private Task LeaveAsync()
    {
        _left = _socket;
        _socket.Abort();
        return _reading;
    }

    private async Task FollowAsync(JsonObject where)
    {
        _socket.Dispose();
        _socket = new ClientWebSocket();
        await _socket.ConnectAsync(new Uri((string)where["streamUrl"]!), CancellationToken.None);
        _reading = ReadAsync(_socket);
    }

    private async Task ReadAsync(ClientWebSocket socket)
    {
        var frame = new ArraySegment<byte>(new byte[16 * 1024]);
        using var whole = new MemoryStream();
        try
        {
            while (true)
            {
                var part = await socket.ReceiveAsync(frame, CancellationToken.None);
                if (part.MessageType == WebSocketMessageType.Close)
                {
                    throw new WebSocketException("closed by the product");
                }
                whole.Write(frame[..part.Count]);
                if (part.EndOfMessage && whole.Length > 0)
                {
                    Take(JsonNode.Parse(whole.GetBuffer().AsSpan(0, (int)whole.Length))!);
                    whole.SetLength(0);
                }
            }
        }
        catch (Exception) when (ReferenceEquals(_left, socket))
        {
            // Ours: reconnecting, or the end.
        }
        catch (Exception failure)
        {
            OnBroken(failure);
        }
    }

    private void Take(JsonNode set)
    {
        _watermark = (string?)set["watermark"] ?? _watermark;
        foreach (var activity in set["activities"]!.AsArray())
        {
            var id = (string)activity!["id"]!;
            lock (_lock)
            {
                _ids.Add(id);
            }
            var isOwn = (string?)activity["from"]!["role"] == "user";
            var card = activity["attachments"] is JsonArray { Count: > 0 } attached ? attached[0]!["content"] : null;
            OnHeard(new Heard(id, isOwn, (string?)activity["from"]!["name"] ?? "", (string?)activity["text"] ?? "", (string?)activity["channelData"]?["clientActivityID"], isOwn ? null : card));
        }
    }

    private async Task<JsonObject> SendAsync(HttpMethod method, string path, HttpContent? content = null)
    {
        using var request = new HttpRequestMessage(method, "/v3/directline/" + path) { Content = content };
        request.Headers.Authorization = _token;
        using var answer = await http.SendAsync(request);
        return answer.IsSuccessStatusCode
            ? (await answer.Content.ReadFromJsonAsync<JsonObject>())!
            : throw new HttpRequestException($"{method} {path.Split('/')[^1].Split('?')[0]}: {(int)answer.StatusCode}");
    }
}
