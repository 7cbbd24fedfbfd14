using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace MedtechBot.Host.Tests.Teams;

/// <summary>The product with a registered bot, whose tokens come from a stand-in.</summary>
public class RegisteredHost : ProductHost, IAsyncLifetime
{
    internal BotFrameworkStandIn Service { get; } = BotFrameworkStandIn.Start();

    protected override IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>
    {
        ["MicrosoftAppId"] = BotFrameworkStandIn.AppId,
        ["MicrosoftAppPassword"] = "a secret",
        ["MedtechBot:Teams:MetadataAddress"] = Service.MetadataAddress,
    };

    internal Task<HttpStatusCode> SendAsync(string token, JsonObject? activity = null) => SendHeaderAsync("Bearer " + token, activity);

    internal async Task<HttpStatusCode> SendHeaderAsync(string? header, JsonObject? activity = null)
    {
        using var client = NewClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, "api/messages") { Content = new StringContent((activity ?? GoodActivity()).ToJsonString(), Encoding.UTF8, "application/json") };
        if (header is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", header);
        }
        using var answer = await client.SendAsync(request);
        return answer.StatusCode;
    }

    internal static JsonObject GoodActivity() => TeamsRequests.Activity("typing", BotFrameworkStandIn.ServiceUrl);

    async Task IAsyncLifetime.DisposeAsync()
    {
        await DisposeAsync();
        await Service.DisposeAsync();
    }
}
