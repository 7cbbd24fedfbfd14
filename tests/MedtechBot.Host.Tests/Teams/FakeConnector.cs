using System.Collections.Concurrent;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace MedtechBot.Host.Tests.Teams;

/// <summary>How a connector answers one call.</summary>
/// <param name="Status">Null when it says nothing at all.</param>
/// <param name="Takes">Whether the message appears in the conversation.</param>
internal sealed record ConnectorMood(int? Status, bool Takes, string? RetryAfter = null, string? Error = null, Silence Silence = Silence.None, string? Location = null)
{
    public static ConnectorMood Well { get; } = new(201, Takes: true);

    /// <summary>Whoever called cannot know whether it was taken.</summary>
    public bool LeavesOpen => Status is null or 500 or 502 or 504;
}

/// <summary>Ways to say nothing: wait for ever, close the own half of the connection, break it.</summary>
internal enum Silence { None, Hang, HalfClose, Reset }

/// <summary>A connector of the Bot Framework on this machine, which does as it is told to each call.</summary>
internal sealed class FakeConnector : IAsyncDisposable
{
    private readonly CancellationTokenSource _over = new();
    private readonly WebApplication _app;
    private int _ids;

    private FakeConnector(WebApplication app) => _app = app;

    /// <summary>As Teams writes its own: with something behind the host.</summary>
    public string ServiceUrl => _app.Urls.Single() + "/jp/";

    public ConcurrentQueue<ConnectorCall> Calls { get; } = new();

    public Func<ConnectorCall, ConnectorMood> Mood { get; set; } = call => call.Method == "POST" ? ConnectorMood.Well : ConnectorMood.Well with { Status = 200 };

    public static async Task<FakeConnector> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var connector = new FakeConnector(builder.Build());
        connector._app.Run(connector.AnswerAsync);
        await connector._app.StartAsync();
        return connector;
    }

    public async ValueTask DisposeAsync()
    {
        await _over.CancelAsync();
        await _app.DisposeAsync();
        _over.Dispose();
    }

    private async Task AnswerAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        var body = await reader.ReadToEndAsync();
        var call = new ConnectorCall(
            http.Request.Method, http.Features.Get<IHttpRequestFeature>()!.RawTarget,
            http.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase), body.Length == 0 ? null : JsonNode.Parse(body));
        var mood = Mood(call);
        Calls.Enqueue(call);
        if (mood.Status is not { } status)
        {
            await KeepSilentAsync(http, mood.Silence);
            return;
        }
        http.Response.StatusCode = status;
        if (mood.RetryAfter is not null)
        {
            http.Response.Headers.RetryAfter = mood.RetryAfter;
        }
        if (mood.Location is not null)
        {
            http.Response.Headers.Location = mood.Location;
        }
        await http.Response.WriteAsJsonAsync(status is >= 200 and < 300 ? new { id = $"teams-{Interlocked.Increment(ref _ids)}" }
            : new { error = new { code = mood.Error ?? "Unkind", message = "相手の言葉" } } as object);
    }

    private async Task KeepSilentAsync(HttpContext http, Silence silence)
    {
        if (silence == Silence.HalfClose)
        {
            http.Features.GetRequiredFeature<IConnectionSocketFeature>().Socket.Shutdown(SocketShutdown.Send);
        }
        if (silence != Silence.Reset)
        {
            using var either = CancellationTokenSource.CreateLinkedTokenSource(_over.Token, http.RequestAborted);
            await Task.Delay(Timeout.Infinite, either.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        http.Abort();
    }
}

/// <param name="Target">As it was written on the wire.</param>
internal sealed record ConnectorCall(string Method, string Target, IReadOnlyDictionary<string, string> Headers, JsonNode? Body)
{
    public string? Token => Headers.GetValueOrDefault("Authorization");
}
