using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace MedtechBot.Benchmarks;

/// <summary>One conversation through Direct Line, by polling.</summary>
internal sealed class DirectLineAsker
{
    private readonly HttpClient _http;
    private readonly string _activities;
    private readonly AuthenticationHeaderValue _token;
    private string _watermark = "";

    private DirectLineAsker(HttpClient http, string conversation, string token)
    {
        (_http, _activities, _token) = (http, $"/v3/directline/conversations/{conversation}/activities", new AuthenticationHeaderValue("Bearer", token));
    }

    public static async Task<DirectLineAsker> OpenAsync(HttpClient http)
    {
        using var response = await http.PostAsync("/v3/directline/tokens/generate", JsonContent.Create(new { }));
        response.EnsureSuccessStatusCode();
        var body = (await response.Content.ReadFromJsonAsync<JsonObject>())!;
        return new DirectLineAsker(http, (string)body["conversationId"]!, (string)body["token"]!);
    }

    /// <summary>Sends the question and waits for the reply to it.</summary>
    public async Task<string> AskAsync(string question)
    {
        var message = new { type = "message", text = question, from = new { id = "benchmark" }, locale = "ja-JP" };
        await SendAsync(HttpMethod.Post, _activities, JsonContent.Create(message));
        for (var attempt = 0; attempt < 10_000; attempt++)
        {
            var set = await SendAsync(HttpMethod.Get, $"{_activities}?watermark={_watermark}", content: null);
            _watermark = (string?)set["watermark"] ?? "";
            var reply = set["activities"]!.AsArray().FirstOrDefault(a => (string?)a!["from"]!["role"] == "bot");
            if (reply is not null)
            {
                return (string?)reply["text"] ?? "";
            }
            // Asking without a pause would take the processor from the answer.
            await Task.Delay(1);
        }
        throw new InvalidOperationException("No reply: " + question);
    }

    private async Task<JsonObject> SendAsync(HttpMethod method, string path, HttpContent? content)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        request.Headers.Authorization = _token;
        using var response = await _http.SendAsync(request);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<JsonObject>())!;
    }
}
