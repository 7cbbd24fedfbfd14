using System.Text.Json.Nodes;

namespace MedtechBot.Host.Tests.Teams.Extension;

/// <summary>Searches from the compose box through the bot's door.</summary>
public sealed class ExtensionInvokeTests(OpenHost host) : IClassFixture<OpenHost>
{
    [Fact]
    public async Task What_was_found_can_be_chosen()
    {
        var found = await AnswerAsync(TeamsRequests.Invoke("composeExtension/query", JsonNode.Parse("""{"parameters":[{"value":"料金"}],"queryOptions":{"skip":0,"count":25}}""")!));
        var choice = found["composeExtension"]!["attachments"]![0]!["preview"]!["content"]!["tap"]!["value"]!.DeepClone();

        var chosen = await AnswerAsync(TeamsRequests.Invoke("composeExtension/selectItem", choice));

        Assert.Equal(
            new Uri(host.Address, "/knowledge/test-support").ToString(),
            chosen["composeExtension"]!["attachments"]![0]!["content"]!["actions"]![0]!["url"]!.GetValue<string>().Split('?')[0]);
    }

    [Theory]
    [InlineData("composeExtension/query", "[]")]
    [InlineData("composeExtension/query", """{"parameters":7}""")]
    [InlineData("composeExtension/selectItem", "\"x\"")]
    public async Task What_is_no_search_and_no_choice_is_refused(string name, string value) =>
        Assert.Equal(400, await host.StatusAsync(TeamsRequests.Invoke(name, JsonNode.Parse(value)!)));

    [Fact]
    public async Task Who_is_not_of_the_desk_finds_no_tickets() =>
        Assert.Equal("message", (await AnswerAsync(TeamsRequests.Invoke("composeExtension/query", JsonNode.Parse("""{"commandId":"tickets","parameters":[]}""")!)))["composeExtension"]!["type"]!.GetValue<string>());

    private async Task<JsonNode> AnswerAsync(JsonObject activity)
    {
        using var answer = await host.SendAsync(activity);
        Assert.Equal(200, (int)answer.StatusCode);
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
    }
}
