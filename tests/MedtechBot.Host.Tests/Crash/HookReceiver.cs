using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using MedtechBot.Deliveries.Webhooks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace MedtechBot.Host.Tests.Crash;

/// <summary>Takes webhooks on this machine and keeps, in order, which events came; a call that broke off before its end is none.</summary>
internal sealed class HookReceiver : IAsyncDisposable
{
    public const string Secret = "a secret of the crash tests";

    private readonly ConcurrentQueue<string> _received = new();
    private readonly WebApplication _app;

    public HookReceiver()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.MapPost("/hook", async (HttpContext http) =>
        {
            using var reader = new StreamReader(http.Request.Body, Encoding.UTF8);
            var body = await reader.ReadToEndAsync();
            if (!IsGenuine(http.Request.Headers[WebhookSignature.Header].ToString(), body))
            {
                return Results.Forbid();
            }
            _received.Enqueue((string)JsonNode.Parse(body)!["id"]!);
            return Results.NoContent();
        });
    }

    /// <summary>The ids of the events, as often as they came.</summary>
    public IReadOnlyCollection<string> Received => _received;

    public async Task<string> StartAsync()
    {
        await _app.StartAsync();
        return _app.Urls.Single() + "/hook";
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static bool IsGenuine(string signature, string body) =>
        signature.Split(',')[0].Split('=') is ["t", var seconds] && long.TryParse(seconds, out var at)
        && signature == WebhookSignature.Of(body, Secret, DateTimeOffset.FromUnixTimeSeconds(at));
}
