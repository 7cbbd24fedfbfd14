using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace MedtechBot.Host.Tests.Teams;

public sealed class TeamsWelcomeTests(OpenHost host) : IClassFixture<OpenHost>
{
    private readonly string _chat = Guid.NewGuid().ToString();

    [Fact]
    public async Task A_person_is_welcomed_once_however_often_their_client_says_that_they_arrived()
    {
        for (var reload = 0; reload < 3; reload++)
        {
            await Task.WhenAll(host.StatusAsync(Installed("add")), host.StatusAsync(Added("29:user-1", TeamsRequests.Bot)));
        }
        await host.StatusAsync(TeamsRequests.Message("ヘルプ", _chat));

        Assert.Equal(2, (await host.SaidAsync(2, _chat)).Count(a => a.Outgoing is not null));
    }

    [Theory]
    [InlineData("ja-JP", "こんにちは")]
    [InlineData("en-GB", "Hello")]
    [InlineData("fr-FR", "こんにちは")]
    [InlineData(null, "こんにちは")]
    public async Task In_their_language(string? locale, string expected)
    {
        var installed = Installed("add");
        installed["locale"] = locale;
        await host.StatusAsync(installed);

        Assert.StartsWith(expected, (await host.SaidAsync(1, _chat))[0].Outgoing!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_is_welcomed_when_somebody_leaves_or_another_joins_a_group()
    {
        var joined = Added("29:user-9");
        joined["conversation"]!["conversationType"] = "groupChat";
        var left = TeamsRequests.Activity("conversationUpdate", conversation: _chat);
        left["membersRemoved"] = new JsonArray(new JsonObject { ["id"] = "29:user-1" });

        foreach (var activity in new[] { joined, left, Installed("remove") })
        {
            Assert.Equal(200, await host.StatusAsync(activity));
        }
        Assert.Empty(await host.PlacesAsync(_chat));
    }

    [Fact]
    public async Task With_the_request_where_the_client_waits_for_it_and_once_there_too()
    {
        var said = new List<int>();
        for (var reload = 0; reload < 2; reload++)
        {
            var installed = Installed("add");
            installed["deliveryMode"] = "expectReplies";
            using var answer = await host.SendAsync(installed);
            said.Add((await answer.Content.ReadFromJsonAsync<JsonObject>())!["activities"]!.AsArray().Count);
        }

        Assert.Equal([1, 0], said);
    }

    private JsonObject Installed(string action)
    {
        var activity = TeamsRequests.Activity("installationUpdate", conversation: _chat);
        activity["action"] = action;
        return activity;
    }

    private JsonObject Added(params string[] members)
    {
        var activity = TeamsRequests.Activity("conversationUpdate", conversation: _chat);
        activity["membersAdded"] = new JsonArray([.. members.Select(m => new JsonObject { ["id"] = m })]);
        return activity;
    }
}
