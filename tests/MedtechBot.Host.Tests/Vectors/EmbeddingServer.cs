using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace MedtechBot.Host.Tests.Vectors;

/// <summary>
/// Speaks OpenAI's <c>POST /v1/embeddings</c> on this machine. Its vectors count the runs of characters of a text, katakana as hiragana:
/// the same on every machine, and alike for wordings that are alike.
/// </summary>
internal sealed class EmbeddingServer : IAsyncDisposable
{
    public const string Model = "runs-of-characters";
    public const string Key = "sk-test-3f9a";

    private const int Dimensions = 256;

    private readonly WebApplication _app;
    private readonly List<string> _texts = [];

    private EmbeddingServer(WebApplication app) => _app = app;

    /// <summary>What is answered instead of vectors; null answers them.</summary>
    public Func<HttpContext, string[], Task>? Instead { get; set; }

    public Uri Endpoint => new(_app.Urls.Single() + "/v1/");

    /// <summary>Everything that was sent here.</summary>
    public IReadOnlyList<string> Texts
    {
        get
        {
            lock (_texts)
            {
                return [.. _texts];
            }
        }
    }

    public static async Task<EmbeddingServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        var server = new EmbeddingServer(app);
        app.MapPost("/v1/embeddings", server.AnswerAsync);
        await app.StartAsync();
        return server;
    }

    public static float[] VectorOf(string text)
    {
        var vector = new float[Dimensions];
        var letters = string.Concat(text.Where(char.IsLetterOrDigit).Select(c => c is >= 'ァ' and <= 'ヶ' ? (char)(c - 0x60) : char.ToLowerInvariant(c)));
        for (var i = 0; i + 1 < letters.Length; i++)
        {
            vector[(letters[i] * 31 + letters[i + 1]) % Dimensions]++;
        }
        vector[0] += 0.01f;
        return vector;
    }

    public static JsonObject Answer(IEnumerable<float[]> vectors) => new()
    {
        ["object"] = "list",
        ["data"] = new JsonArray([.. vectors.Select((v, i) => new JsonObject { ["object"] = "embedding", ["index"] = i, ["embedding"] = new JsonArray([.. v.Select(x => JsonValue.Create(x))]) })]),
        ["model"] = Model,
    };

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext http)
    {
        var asked = (await JsonNode.ParseAsync(http.Request.Body))!;
        string[] texts = [.. asked["input"]!.AsArray().Select(t => t!.GetValue<string>())];
        lock (_texts)
        {
            _texts.AddRange(texts);
        }
        if (http.Request.Headers.Authorization != "Bearer " + Key || asked["model"]!.GetValue<string>() != Model)
        {
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }
        await (Instead is { } instead ? instead(http, texts) : http.Response.WriteAsJsonAsync(Answer(texts.Select(VectorOf))));
    }
}
