using System.Text.Json.Nodes;
using MedtechBot.Host.Teams;
using MedtechBot.Host.Tests.Replies;

namespace MedtechBot.Host.Tests.Teams;

/// <summary>Ours beside what Microsoft's own packages make: the JSON of the Teams SDK, and the calls of the Bot Framework's client.</summary>
public sealed class OfficialTeamsTests
{
    // What says where a message goes is the SDK's only when it sends.
    private static readonly string[] OfTheEnvelope = ["serviceUrl", "from", "recipient", "conversation", "locale"];

    [SkippableFact]
    public async Task Citations_feedback_cards_and_suggestions_are_those_that_the_Teams_SDK_writes()
    {
        var ours = SampleReplies.All.Values.Select(r => Assert.Single(TeamsShape.Of(r, SampleReplies.Place(), SampleReplies.Origin))).ToList();

        var theirs = (await NodeScript.RunAsync("teams-shapes.mjs", "@microsoft/teams.api", string.Concat(ours.Select(o => Told(o).ToJsonString() + "\n")))).Trim().Split('\n');

        Assert.Equal(ours.Count, theirs.Length);
        foreach (var (our, their) in ours.Zip(theirs))
        {
            foreach (var name in OfTheEnvelope)
            {
                our.Remove(name);
            }
            Assert.True(JsonNode.DeepEquals(our, JsonNode.Parse(their)), $"{our.ToJsonString(TeamsJson.Options)}\n{their}");
        }
    }

    [SkippableFact]
    public async Task Our_calls_are_those_of_the_Bot_Frameworks_own_client()
    {
        await using var theirs = await FakeConnector.StartAsync();
        await using var ours = await FakeConnector.StartAsync();
        const string Conversation = "19:meeting_x@thread.v2;messageid=17";
        const string Reply = "1:a/b c";
        var activity = Assert.Single(TeamsShape.Of(SampleReplies.All["plain"], SampleReplies.Place(), SampleReplies.Origin));
        await NodeScript.RunAsync(
            "connector-calls.mjs", "botframework-connector", new JsonObject { ["conversation"] = Conversation, ["activity"] = activity.DeepClone(), ["reply"] = Reply }.ToJsonString(), theirs.ServiceUrl);

        var (client, place) = (Connectors.Client(new Connectors.Counted()), Connectors.Place(ours, Conversation));
        await client.SendAsync(place, activity, default);
        await client.ReplyAsync(place, Reply, activity, default);
        await client.UpdateAsync(place, Reply, activity, default);
        await client.DeleteAsync(place, Reply, default);
        await client.CreateConversationAsync(place, new JsonObject { ["isGroup"] = true, ["bot"] = activity["from"]!.DeepClone(), ["activity"] = activity.DeepClone() }, default);

        Assert.Equal(theirs.Calls.Select(Seen), ours.Calls.Select(Seen));
        Assert.All(theirs.Calls.Zip(ours.Calls), c => Assert.Equal((string?)c.First.Body?["text"], (string?)c.Second.Body?["text"]));
        Assert.True(JsonNode.DeepEquals(theirs.Calls.Last().Body!["bot"], ours.Calls.Last().Body!["bot"]));
    }

    private static (string Method, string Target, string? Token, string? Type) Seen(ConnectorCall call) =>
        (call.Method, call.Target, call.Token, call.Headers.GetValueOrDefault("Content-Type"));

    // What the reply says, taken out of the shape that is compared.
    private static JsonObject Told(JsonObject ours) => new()
    {
        ["text"] = ours["text"]!.DeepClone(),
        ["citations"] = new JsonArray([.. (ours["entities"]?[0]?["citation"] as JsonArray ?? []).Select(c => new JsonObject
        {
            ["position"] = c!["position"]!.DeepClone(),
            ["name"] = c["appearance"]!["name"]!.DeepClone(),
            ["abstract"] = c["appearance"]!["abstract"]!.DeepClone(),
            ["url"] = c["appearance"]!["url"]!.DeepClone(),
        })]),
        ["feedback"] = ours["channelData"] is not null,
        ["card"] = ours["attachments"]?[0]?["content"]?.DeepClone(),
        ["suggestions"] = new JsonArray([.. (ours["suggestedActions"]?["actions"] as JsonArray ?? []).Select(a => a!["title"]!.DeepClone())]),
        ["to"] = ours["suggestedActions"]?["to"]?.DeepClone(),
    };
}
