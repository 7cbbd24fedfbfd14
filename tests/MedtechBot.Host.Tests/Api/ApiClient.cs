using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using MedtechBot.Consultations;
using MedtechBot.Coordination;
using MedtechBot.People;
using Microsoft.Extensions.DependencyInjection;

namespace MedtechBot.Host.Tests.Api;

/// <summary>Another program with a key of its own.</summary>
internal sealed class ApiClient : IDisposable
{
    private readonly HttpClient _http;

    private ApiClient(ProductHost host, string name, string? key)
    {
        (_http, Name) = (host.NewClient(), Person.KeyPrefix + name);
        _http.DefaultRequestHeaders.Authorization = key is null ? null : new AuthenticationHeaderValue("Bearer", key);
    }

    /// <summary>As whom it acts.</summary>
    public string Name { get; }

    public HttpRequestHeaders Headers => _http.DefaultRequestHeaders;

    public static ApiClient Without(ProductHost host, string? key = null) => new(host, "", key);

    public static async Task<ApiClient> WithKeyAsync(ProductHost host, Role role)
    {
        var name = "鍵 " + Guid.NewGuid().ToString("N")[..12];
        var (key, _) = await host.Services.GetRequiredService<ApiKeys>().AddAsync(null, name, role);
        return new ApiClient(host, name, key);
    }

    public void Dispose() => _http.Dispose();

    public Task<ApiReply> GetAsync(string path) => SendAsync(HttpMethod.Get, path);

    public Task<ApiReply> PostAsync(string path, string? json = null, string? repeatKey = null) => SendAsync(HttpMethod.Post, path, json, repeatKey);

    public async Task<ApiReply> SendAsync(HttpMethod method, string path, string? json = null, string? repeatKey = null, string contentType = "application/json")
    {
        using var request = new HttpRequestMessage(method, path);
        if (json is not null)
        {
            request.Content = new StringContent(json, Encoding.UTF8);
            request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        }
        if (repeatKey is not null)
        {
            request.Headers.TryAddWithoutValidation("Idempotency-Key", repeatKey);
        }
        using var answer = await _http.SendAsync(request);
        var type = answer.Content.Headers.ContentType?.MediaType;
        var text = await answer.Content.ReadAsStringAsync();
        return new ApiReply(answer.StatusCode, type, text, answer.Headers);
    }

    /// <summary>As the desk does it.</summary>
    public static async Task ShareAsync(ProductHost host, string number, string holder, string with)
    {
        TicketNumber.TryParse(number, out var parsed);
        Assert.Null((await host.Services.GetRequiredService<ShareTicket>().HandleAsync(parsed, holder, with))!.Refused);
    }
}

internal sealed record ApiReply(HttpStatusCode Status, string? Type, string Text, HttpResponseHeaders Headers)
{
    public JsonNode Json => JsonNode.Parse(Text)!;

    /// <summary>The last part of the problem's type.</summary>
    public string? Problem => Type == "application/problem+json" ? ((string)Json["type"]!).Split(':')[^1] : null;

    public IReadOnlyList<JsonNode> Thread(string type) => [.. Json["thread"]!.AsArray().Where(e => (string?)e!["type"] == type).Select(e => e!)];
}
