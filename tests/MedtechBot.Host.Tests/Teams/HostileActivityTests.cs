using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace MedtechBot.Host.Tests.Teams;

public sealed class HostileActivityTests(OpenHost host) : IClassFixture<OpenHost>
{
    public static TheoryData<string, string> Wrong => new()
    {
        { "type", "" }, { "type", "1" }, { "id", "1" }, { "id", $"\"{new string('x', 300)}\"" }, { "channelId", "[]" },
        { "conversation", "" }, { "conversation", "\"chat\"" }, { "conversation", "{}" }, { "conversation", """{"id":""}""" }, { "conversation", """{"id":["x"]}""" },
        { "conversation", """{"id":"x","conversationType":7}""" }, { "conversation", """{"id":"x","isGroup":"yes"}""" }, { "conversation", """{"id":"x","tenantId":{}}""" },
        { "from", "" }, { "from", "{}" }, { "from", """{"id":7}""" }, { "from", """{"id":"x","aadObjectId":[]}""" }, { "recipient", "" }, { "recipient", "[]" },
        { "text", "5" }, { "text", "{}" }, { "locale", "1" }, { "locale", $"\"{new string('x', 300)}\"" }, { "entities", "{}" }, { "entities", "[1]" }, { "entities", "[null]" },
        { "entities", """[{"type":"mention","mentioned":"me"}]""" }, { "entities", """[{"type":["mention"]}]""" }, { "membersAdded", "\"me\"" }, { "membersAdded", "[{}]" },
        { "attachments", "{}" }, { "attachments", """[{"contentType":1}]""" }, { "channelData", "[]" }, { "channelData", """{"tenant":"x"}""" }, { "channelData", """{"team":{"id":1}}""" },
        { "replyToId", "1" }, { "deliveryMode", "{}" }, { "name", "1" }, { "action", "true" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task A_field_that_is_missing_or_something_else_is_a_bad_request(string field, string json)
    {
        var activity = TeamsRequests.Message("相談先は?", "hostile");
        activity.Remove(field);
        if (json.Length > 0)
        {
            activity[field] = JsonNode.Parse(json);
        }

        Assert.Equal(400, await host.StatusAsync(activity));
    }

    [Theory]
    [InlineData("", 400)]
    [InlineData("nothing", 400)]
    [InlineData("[]", 400)]
    [InlineData("null", 400)]
    [InlineData("{\"type\":\"message\",\"type\":\"message\"}", 400)]
    [InlineData("{\"type\":\"message\",\"text\":\"\\ud800\"}", 400)]
    public async Task What_is_no_activity_is_a_bad_request(string body, int expected) => Assert.Equal(expected, (int)await PostAsync(body));

    [Fact]
    public async Task Too_large_and_too_deep_are_refused_and_other_formats_not_read()
    {
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await PostAsync(TeamsRequests.Message(new string('あ', 300_000)).ToJsonString()));
        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(string.Concat(Enumerable.Repeat("{\"value\":", 60)) + "1" + new string('}', 60)));
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, await PostAsync(TeamsRequests.Message("x").ToJsonString(), "text/plain"));
    }

    [Theory]
    [InlineData("typing")]
    [InlineData("endOfConversation")]
    [InlineData("messageReaction")]
    [InlineData("messageUpdate")]
    [InlineData("<custom-activity-type>")]
    public async Task Whatever_else_is_sent_is_taken_and_ignored(string type)
    {
        Assert.Equal(200, await host.StatusAsync(TeamsRequests.Activity(type, conversation: "ignored")));
        Assert.Empty(await host.PlacesAsync("ignored"));
    }

    private async Task<HttpStatusCode> PostAsync(string body, string type = "application/json")
    {
        using var client = host.NewClient();
        using var answer = await client.PostAsync(new Uri("api/messages", UriKind.Relative), new StringContent(body, Encoding.UTF8, type));
        return answer.StatusCode;
    }
}
