using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;

namespace MedtechBot.Host.Tests.DirectLine;

/// <summary>A person with a token in a conversation of their own, speaking the protocol by hand.</summary>
public sealed class DirectLineClient : IDisposable
{
    private DirectLineClient(HttpClient http, string conversationId, string token) => (Http, ConversationId, Token) = (http, conversationId, token);

    public HttpClient Http { get; }

    public string ConversationId { get; }

    public string Token { get; }

    public string Activities => $"/v3/directline/conversations/{ConversationId}/activities";

    public static async Task<DirectLineClient> StartAsync(ProductHost host, string? claimedAddress = null)
    {
        var http = host.NewClient();
        if (claimedAddress is not null)
        {
            http.DefaultRequestHeaders.Add("X-Forwarded-For", claimedAddress);
        }
        var generated = await ReadAsync(await http.PostAsync("/v3/directline/tokens/generate", null));
        var token = (string)generated["token"]!;
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return new DirectLineClient(http, (string)generated["conversationId"]!, token);
    }

    public Task<HttpResponseMessage> PostAsync(string json, string? address = null) =>
        Http.PostAsync(address ?? Activities, new StringContent(json, Encoding.UTF8, "application/json"));

    public async Task<string> SayAsync(string text)
    {
        var response = await Http.PostAsJsonAsync(Activities, new { type = "message", text });
        response.EnsureSuccessStatusCode();
        return (string)(await ReadAsync(response))["id"]!;
    }

    public async Task<JsonObject> PollAsync(string watermark = "") =>
        await ReadAsync(await Http.GetAsync(Activities + "?watermark=" + watermark));

    /// <summary>Polls until the conversation has so many activities.</summary>
    public async Task<IReadOnlyList<JsonObject>> WaitForAsync(int count)
    {
        var deadline = DateTimeOffset.UtcNow.AddSeconds(30);
        while (true)
        {
            var activities = ((await PollAsync())["activities"] as JsonArray)!;
            if (activities.Count >= count)
            {
                return [.. activities.Select(a => (JsonObject)a!)];
            }
            Assert.True(DateTimeOffset.UtcNow < deadline, $"Only {activities.Count} of {count} activities came.");
            await Task.Delay(50);
        }
    }

    public static async Task<JsonObject> ReadAsync(HttpResponseMessage response) =>
        (JsonObject)JsonNode.Parse(await response.Content.ReadAsStringAsync())!;

    public void Dispose() => Http.Dispose();
}
