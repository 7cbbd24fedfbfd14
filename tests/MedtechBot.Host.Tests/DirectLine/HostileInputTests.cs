using System.Net;

namespace MedtechBot.Host.Tests.DirectLine;

public sealed class HostileInputTests(ProductHost host) : IClassFixture<ProductHost>
{
    public static TheoryData<string, string, HttpStatusCode> Bodies => new()
    {
        { "nothing", "", HttpStatusCode.BadRequest },
        { "no JSON", "type=message", HttpStatusCode.BadRequest },
        { "a list", "[]", HttpStatusCode.BadRequest },
        { "null", "null", HttpStatusCode.BadRequest },
        { "no type", "{\"text\":\"x\"}", HttpStatusCode.BadRequest },
        { "type as number", "{\"type\":1}", HttpStatusCode.BadRequest },
        { "the same name twice", "{\"type\":\"message\",\"type\":\"event\"}", HttpStatusCode.BadRequest },
        { "half a character", "{\"type\":\"message\",\"text\":\"\\ud800\"}", HttpStatusCode.BadRequest },
        { "depth", "{\"type\":\"message\",\"value\":" + new string('[', 5_000) + new string(']', 5_000) + "}", HttpStatusCode.BadRequest },
        { "broken bytes", "{\"type\":\"message\",\"text\":\"\uFFFF\u0000\"}", HttpStatusCode.BadRequest },
        { "300 KB", "{\"type\":\"message\",\"text\":\"" + new string('a', 300_000) + "\"}", HttpStatusCode.RequestEntityTooLarge },
        { "100 KB", "{\"type\":\"message\",\"text\":\"" + new string('a', 100_000) + "\"}", HttpStatusCode.OK },
        { "control characters", "{\"type\":\"message\",\"text\":\"\\u0000\\u0007\\u001b[31m質問\\u202e\"}", HttpStatusCode.OK },
        { "text as object", "{\"type\":\"message\",\"text\":{\"a\":1}}", HttpStatusCode.OK },
        { "unknown type", "{\"type\":\"selfDestruct\"}", HttpStatusCode.OK },
        { "typing", "{\"type\":\"typing\"}", HttpStatusCode.OK },
        { "invoke", "{\"type\":\"invoke\",\"name\":\"message/submitAction\",\"value\":{}}", HttpStatusCode.OK },
        { "unknown form", "{\"type\":\"message\",\"value\":{\"verb\":\"drop tables\"}}", HttpStatusCode.OK },
        { "odd channel data", "{\"type\":\"message\",\"text\":\"x\",\"channelData\":\"y\",\"entities\":{},\"attachments\":7,\"locale\":[]}", HttpStatusCode.OK },
        { "feedback on nothing", "{\"type\":\"event\",\"name\":\"webchat:activity-status/feedback\",\"entities\":[{\"@id\":\"urn:medtechbot:turn:x:up\"}]}", HttpStatusCode.OK },
        { "feedback of odd shape", "{\"type\":\"event\",\"name\":\"webchat:activity-status/feedback\",\"entities\":[7]}", HttpStatusCode.OK },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task An_odd_activity_is_refused_clearly_or_answered_politely_and_the_conversation_goes_on(string what, string body, HttpStatusCode expected)
    {
        using var asker = await DirectLineClient.StartAsync(host);
        var response = await asker.PostAsync(body);
        Assert.True(expected == response.StatusCode, $"{what}: {response.StatusCode}");
        Assert.DoesNotContain("   at ", await response.Content.ReadAsStringAsync());
        var before = response.IsSuccessStatusCode && body.Contains("\"message\"", StringComparison.Ordinal) ? 2 : 0;
        await asker.WaitForAsync(before);
        await asker.SayAsync(SmallKnowledge.Question);
        Assert.Contains("原則無料", (string?)(await asker.WaitForAsync(before + 2))[^1]["text"]);
    }

    [Fact]
    public async Task A_very_long_message_is_asked_to_be_shortened()
    {
        using var asker = await DirectLineClient.StartAsync(host);
        await asker.SayAsync(new string('あ', 30_000));
        Assert.Contains("短くして", (string?)(await asker.WaitForAsync(2))[1]["text"]);
    }

    [Theory]
    [InlineData("GET", "")]
    [InlineData("GET", "/activities")]
    [InlineData("POST", "/activities")]
    [InlineData("POST", "/upload")]
    public async Task Ones_own_token_does_not_admit_to_another_conversation_whether_it_exists_or_not(string method, string door)
    {
        using var asker = await DirectLineClient.StartAsync(host);
        using var other = await DirectLineClient.StartAsync(host);
        foreach (var id in new[] { other.ConversationId, "no-such-conversation", "..%2f..%2fetc%2fpasswd" })
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), $"/v3/directline/conversations/{id}{door}");
            Assert.Equal(HttpStatusCode.Forbidden, (await asker.Http.SendAsync(request)).StatusCode);
        }
    }

    [Theory]
    [InlineData(null, HttpStatusCode.Unauthorized)]
    [InlineData("Bearer", HttpStatusCode.Unauthorized)]
    [InlineData("Basic eDp5", HttpStatusCode.Unauthorized)]
    [InlineData("Bearer forged", HttpStatusCode.Forbidden)]
    [InlineData("Bearer CfDJ8AAAAAAAAAAAAAAAAAAAAAA", HttpStatusCode.Forbidden)]
    public async Task Without_a_valid_token_nothing_opens(string? authorization, HttpStatusCode expected)
    {
        using var asker = await DirectLineClient.StartAsync(host);
        using var stranger = host.NewClient();
        if (authorization is not null)
        {
            stranger.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", authorization);
        }
        Assert.Equal(expected, (await stranger.GetAsync(asker.Activities)).StatusCode);
        Assert.Equal(expected, (await stranger.PostAsync("/v3/directline/conversations", null)).StatusCode);
        Assert.Equal(expected, (await stranger.PostAsync("/v3/directline/tokens/refresh", null)).StatusCode);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("-1")]
    [InlineData("99999999999999999999")]
    public async Task A_watermark_that_is_no_number_is_refused(string watermark)
    {
        using var asker = await DirectLineClient.StartAsync(host);
        Assert.Equal(HttpStatusCode.BadRequest, (await asker.Http.GetAsync(asker.Activities + "?watermark=" + watermark)).StatusCode);
    }

    [Fact]
    public async Task A_thumb_counts_only_in_the_conversation_of_the_turn()
    {
        using var asker = await DirectLineClient.StartAsync(host);
        using var other = await DirectLineClient.StartAsync(host);
        await asker.SayAsync(SmallKnowledge.Question);
        var action = (string)(await asker.WaitForAsync(2))[1]["entities"]![0]!["potentialAction"]![0]!["@id"]!;
        var thumb = $$"""{"type":"event","name":"webchat:activity-status/feedback","entities":[{"@id":"{{action}}"}]}""";
        await other.PostAsync(thumb);
        Assert.Equal(0, Feedback.Count(host, action));
        await asker.PostAsync(thumb);
        Assert.Equal(1, Feedback.Count(host, action));
    }

    [Fact]
    public async Task An_expired_token_is_refused_as_clients_expect()
    {
        var own = new ImpatientHost();
        try
        {
            using var asker = await DirectLineClient.StartAsync(own);
            var deadline = DateTimeOffset.UtcNow.AddSeconds(20);
            HttpStatusCode status;
            while ((status = (await asker.Http.GetAsync(asker.Activities)).StatusCode) == HttpStatusCode.OK && DateTimeOffset.UtcNow < deadline)
            {
                await Task.Delay(100);
            }
            Assert.Equal(HttpStatusCode.Forbidden, status);
            Assert.Equal(HttpStatusCode.Forbidden, (await asker.Http.PostAsync("/v3/directline/tokens/refresh", null)).StatusCode);
        }
        finally
        {
            await own.DisposeAsync();
        }
    }

    [Fact]
    public async Task Too_many_requests_are_told_when_to_come_back()
    {
        var own = new StrictHost();
        try
        {
            using var asker = await DirectLineClient.StartAsync(own);
            Assert.Equal(HttpStatusCode.OK, (await asker.PostAsync("""{"type":"typing"}""")).StatusCode);
            Assert.Equal(HttpStatusCode.OK, (await asker.PostAsync("""{"type":"typing"}""")).StatusCode);
            var refused = await asker.PostAsync("""{"type":"typing"}""");
            Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
            Assert.NotNull(refused.Headers.RetryAfter);
            Assert.Equal(HttpStatusCode.TooManyRequests, (await asker.Http.PostAsync("/v3/directline/tokens/generate", null)).StatusCode);
        }
        finally
        {
            await own.DisposeAsync();
        }
    }

    private sealed class ImpatientHost : ProductHost
    {
        protected override IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string> { ["MedtechBot:DirectLine:TokenSeconds"] = "1" };
    }

    private sealed class StrictHost : ProductHost
    {
        protected override IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>
        {
            ["MedtechBot:DirectLine:ActivitiesPerMinute"] = "2",
            ["MedtechBot:DirectLine:TokensPerMinute"] = "1",
        };
    }
}
