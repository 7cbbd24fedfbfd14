using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace MedtechBot.Benchmarks.Teams;

/// <summary>The connector that replies come back to; each is the answer to the oldest message of its conversation that has none.</summary>
internal sealed class Connector : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, ConcurrentQueue<long>> _waiting = new();
    private readonly WebApplication _app;
    private Times _times = new();
    private int _replies;

    private Connector(WebApplication app) => _app = app;

    public string ServiceUrl => _app.Urls.Single() + "/";

    public int Waiting => _waiting.Values.Sum(w => w.Count);

    public int Replies => _replies;

    public static async Task<Connector> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var connector = new Connector(builder.Build());
        connector._app.MapPost("/v3/conversations/{id}/activities", connector.TakeAsync);
        await connector._app.StartAsync();
        return connector;
    }

    /// <summary>A message is about to be sent.</summary>
    public void Asked(string conversation) => _waiting.GetOrAdd(conversation, _ => []).Enqueue(Stopwatch.GetTimestamp());

    /// <summary>The times since the last time they were taken.</summary>
    public Times TakeTimes() => Interlocked.Exchange(ref _times, new Times());

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task<IResult> TakeAsync(string id, HttpContext http)
    {
        await http.Request.Body.CopyToAsync(Stream.Null);
        if (_waiting.TryGetValue(id, out var waiting) && waiting.TryDequeue(out var asked))
        {
            var times = _times;
            lock (times)
            {
                times.Add(Stopwatch.GetElapsedTime(asked));
            }
        }
        return Results.Json(new Dictionary<string, string> { ["id"] = $"{Interlocked.Increment(ref _replies)}" }, statusCode: StatusCodes.Status201Created);
    }
}
