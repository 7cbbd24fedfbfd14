using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization;
using MedtechBot.Knowledge.Vectors;
using Microsoft.Extensions.AI;

namespace MedtechBot.Host.Vectors;

/// <summary>Vectors from whatever speaks OpenAI's <c>POST /embeddings</c>. What it answers is believed in nothing.</summary>
internal sealed class OpenAiEmbeddings : IEmbeddingGenerator<string, Embedding<float>>
{
    // Numbers written out take about a dozen characters each.
    private const int MostBytesOfVector = 32 * VectorOptions.MostDimensions;

    private readonly HttpClient _client;
    private readonly Uri _address;
    private readonly string _model;

    public OpenAiEmbeddings(Uri endpoint, string model, string? apiKey)
    {
        _address = new Uri(endpoint.AbsoluteUri.TrimEnd('/') + "/embeddings");
        _model = model;
        // Sent on, the key would go to whoever the answer names.
        _client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) }) { Timeout = Timeout.InfiniteTimeSpan };
        if (apiKey is not null)
        {
            _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", apiKey);
        }
    }

    /// <exception cref="VectorException">There was no answer with a vector for each text.</exception>
    public async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        string[] texts = [.. values];
        using var request = new HttpRequestMessage(HttpMethod.Post, _address)
        {
            Content = JsonContent.Create(new Request(_model, texts, "float")),
        };
        using var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        if (!response.IsSuccessStatusCode)
        {
            throw new VectorException($"the endpoint answered {(int)response.StatusCode}");
        }
        var bytes = await ReadAsync(response.Content, (long)MostBytesOfVector * texts.Length, cancellationToken);
        return [.. Vectors(bytes, texts.Length).Select(v => new Embedding<float>(v))];
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => serviceKey is null && serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose() => _client.Dispose();

    private static async Task<byte[]> ReadAsync(HttpContent content, long most, CancellationToken cancellation)
    {
        await using var stream = await content.ReadAsStreamAsync(cancellation);
        using var read = new MemoryStream();
        var piece = new byte[1 << 16];
        for (int length; (length = await stream.ReadAsync(piece, cancellation)) > 0;)
        {
            if (read.Length + length > most)
            {
                throw new VectorException("the endpoint answered too much");
            }
            read.Write(piece, 0, length);
        }
        return read.ToArray();
    }

    private static float[][] Vectors(byte[] bytes, int count)
    {
        Response? answer;
        try
        {
            answer = JsonSerializer.Deserialize<Response>(bytes);
        }
        // A number too large for its kind is told by another exception in some places.
        catch (Exception failure) when (failure is JsonException or FormatException or NotSupportedException)
        {
            throw new VectorException("the endpoint answered something else than vectors");
        }
        var vectors = new float[count][];
        foreach (var item in answer?.Data ?? [])
        {
            if (item is not { Vector: { } vector, Index: { } index } || index < 0 || index >= count || vectors[index] is not null)
            {
                throw new VectorException("the endpoint answered other vectors than it was asked for");
            }
            vectors[index] = vector;
        }
        return Array.TrueForAll(vectors, v => v is not null) ? vectors : throw new VectorException("the endpoint left vectors out");
    }

    private sealed record Request(
        [property: JsonPropertyName("model")] string Model, [property: JsonPropertyName("input")] string[] Input, [property: JsonPropertyName("encoding_format")] string Format);

    private sealed record Response([property: JsonPropertyName("data")] Item?[]? Data);

    private sealed record Item([property: JsonPropertyName("index")] int? Index, [property: JsonPropertyName("embedding")] float[]? Vector);
}
