using System.Text.Json.Nodes;
using MedtechBot.Deliveries;
using MedtechBot.Host.Teams;

namespace MedtechBot.Host.Tests.Teams;

public sealed class ConnectorClientTests : IAsyncLifetime
{
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(1);

    private FakeConnector _connector = null!;

    public async Task InitializeAsync() => _connector = await FakeConnector.StartAsync();

    public async Task DisposeAsync() => await _connector.DisposeAsync();

    [Fact]
    public async Task Each_call_goes_to_its_address_with_the_names_in_it_encoded()
    {
        var (client, place) = (Connectors.Client(), Connectors.Place(_connector));

        var sent = await client.SendAsync(place, Activity(), default);
        await client.ReplyAsync(place, "1:a/b", Activity(), default);
        await client.UpdateAsync(place, "1:a/b", Activity(), default);
        await client.DeleteAsync(place, "1:a/b", default);
        await client.CreateConversationAsync(place, new JsonObject { ["isGroup"] = true }, default);

        const string Conversation = "/jp/v3/conversations/19%3Ameeting_x%40thread.v2%3Bmessageid%3D17/activities";
        Assert.Equal(
            [("POST", Conversation), ("POST", Conversation + "/1%3Aa%2Fb"), ("PUT", Conversation + "/1%3Aa%2Fb"), ("DELETE", Conversation + "/1%3Aa%2Fb"), ("POST", "/jp/v3/conversations")],
            _connector.Calls.Select(c => (c.Method, c.Target)));
        Assert.Equal((DeliveryResult.Delivered, "teams-1"), (sent.Outcome.Result, sent.Id));
        Assert.Equal("本文", (string?)_connector.Calls.First().Body!["text"]);
        Assert.All(_connector.Calls, c => Assert.Null(c.Token));
    }

    [Theory]
    [InlineData(200, null, DeliveryResult.Delivered, false, null)]
    [InlineData(202, null, DeliveryResult.Delivered, false, null)]
    [InlineData(412, null, DeliveryResult.TryAgain, false, "http-412")]
    [InlineData(429, null, DeliveryResult.TryAgain, false, "http-429")]
    [InlineData(503, null, DeliveryResult.TryAgain, false, "http-503")]
    [InlineData(502, null, DeliveryResult.TryAgain, true, "http-502")]
    [InlineData(504, null, DeliveryResult.TryAgain, true, "http-504")]
    [InlineData(500, null, DeliveryResult.TryAgain, true, "http-500")]
    [InlineData(401, null, DeliveryResult.TryAgain, false, "http-401")]
    [InlineData(302, null, DeliveryResult.TryAgain, false, "http-302")]
    [InlineData(400, null, DeliveryResult.Refused, false, "http-400")]
    [InlineData(403, "BotNotInConversationRoster", DeliveryResult.Refused, false, "http-403-BotNotInConversationRoster")]
    [InlineData(403, "Secret of theirs", DeliveryResult.Refused, false, "http-403")]
    [InlineData(404, "ConversationNotFound", DeliveryResult.Refused, false, "http-404-ConversationNotFound")]
    [InlineData(410, null, DeliveryResult.Refused, false, "http-410")]
    public async Task What_a_connector_says_is_understood(int status, string? error, DeliveryResult result, bool mayHaveArrived, string? code)
    {
        _connector.Mood = _ => new ConnectorMood(status, Takes: false, Error: error);

        var answer = await Connectors.Client().SendAsync(Connectors.Place(_connector), Activity(), default);

        Assert.Equal((result, mayHaveArrived, code), (answer.Outcome.Result, answer.Outcome.MayHaveArrived, answer.Outcome.Code));
        Assert.True(code is null || code.Length <= DeliveryOutcome.LongestCode);
    }

    [Theory]
    [InlineData("7", 7, 7)]
    [InlineData("Fri, 31 Dec 2100 23:59:59 GMT", 86_400, double.MaxValue)]
    public async Task Whoever_wants_to_be_left_alone_for_a_while_is(string said, double least, double most)
    {
        _connector.Mood = _ => new ConnectorMood(429, Takes: false, RetryAfter: said);

        var answer = await Connectors.Client().SendAsync(Connectors.Place(_connector), Activity(), default);

        Assert.InRange(answer.Outcome.NotWithin!.Value.TotalSeconds, least, most);
        Assert.InRange(Retry.Wait("0123456789abcdef", 1, TimeSpan.FromSeconds(0.3), answer.Outcome.NotWithin).TotalSeconds, Math.Min(least, 3600), 3601);
    }

    [Theory]
    [InlineData((int)Silence.Hang, "http-timeout")]
    [InlineData((int)Silence.HalfClose, "http-ResponseEnded")]
    [InlineData((int)Silence.Reset, null)]
    public async Task Where_no_answer_came_the_message_may_have_arrived(int silence, string? code)
    {
        _connector.Mood = _ => new ConnectorMood(null, Takes: true, Silence: (Silence)silence);

        var answer = await Connectors.Client(patience: TimeSpan.FromSeconds(1)).SendAsync(Connectors.Place(_connector), Activity(), default).WaitAsync(Deadline);

        Assert.Equal((DeliveryResult.TryAgain, true), (answer.Outcome.Result, answer.Outcome.MayHaveArrived));
        Assert.True(code is null || answer.Outcome.Code == code, answer.Outcome.Code);
    }

    [Fact]
    public async Task Where_nobody_listens_nothing_has_arrived()
    {
        var place = Connectors.Place(_connector);
        await _connector.DisposeAsync();

        var answer = await Connectors.Client().SendAsync(place, Activity(), default);

        Assert.Equal((DeliveryResult.TryAgain, false, "http-ConnectionError"), (answer.Outcome.Result, answer.Outcome.MayHaveArrived, answer.Outcome.Code));
        _connector = await FakeConnector.StartAsync();
    }

    [Fact]
    public async Task A_token_is_asked_for_once_and_anew_when_it_is_refused()
    {
        var credential = new Connectors.Counted();
        var client = Connectors.Client(credential);
        _connector.Mood = call => call.Token == "Bearer token-1" && _connector.Calls.Count >= 2 ? new ConnectorMood(401, Takes: false) : ConnectorMood.Well;

        for (var n = 0; n < 4; n++)
        {
            Assert.Equal(DeliveryResult.Delivered, (await client.SendAsync(Connectors.Place(_connector), Activity(), default)).Outcome.Result);
        }

        Assert.Equal(["Bearer token-1", "Bearer token-1", "Bearer token-1", "Bearer token-2", "Bearer token-2"], _connector.Calls.Select(c => c.Token));
        Assert.Equal(2, credential.Given);
    }

    [Fact]
    public async Task A_token_does_not_follow_a_redirect()
    {
        await using var other = await FakeConnector.StartAsync();
        _connector.Mood = _ => new ConnectorMood(307, Takes: false, Location: other.ServiceUrl);

        await Connectors.Client(new Connectors.Counted()).SendAsync(Connectors.Place(_connector), Activity(), default);

        Assert.Single(_connector.Calls);
        Assert.Empty(other.Calls);
    }

    [Theory]
    [InlineData("http://smba.trafficmanager.net/jp/")]
    [InlineData("https://user:secret@smba.trafficmanager.net/jp/")]
    [InlineData("https://smba.trafficmanager.net/jp/?next=")]
    [InlineData("ftp://smba.trafficmanager.net/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("smba.trafficmanager.net")]
    [InlineData("")]
    public void An_address_that_no_connector_has_is_not_called(string serviceUrl) =>
        Assert.Null(ConnectorPlace.Of(serviceUrl, "a", Connectors.Registered));

    [Fact]
    public void This_machine_is_called_in_Development_alone_and_nobody_else_without_a_registration()
    {
        var production = Connectors.Registered with { AllowsLoopback = false };

        Assert.NotNull(ConnectorPlace.Of("https://smba.trafficmanager.net/jp", "a", production));
        Assert.Null(ConnectorPlace.Of("http://localhost:3978", "a", production));
        Assert.Null(ConnectorPlace.Of("https://127.0.0.1/", "a", production));
        Assert.NotNull(ConnectorPlace.Of("http://localhost:3978", "a", Connectors.Settings));
        Assert.Null(ConnectorPlace.Of("https://smba.trafficmanager.net/jp/", "a", Connectors.Settings));
    }

    private static JsonObject Activity() => new() { ["type"] = "message", ["text"] = "本文" };
}
