using MedtechBot.Channels;
using MedtechBot.Deliveries;
using MedtechBot.Host.Teams;
using MedtechBot.Host.Tests.Replies;
using MedtechBot.Host.Tests.Teams.Unkind;
using MedtechBot.Teams;
using MedtechBot.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace MedtechBot.Host.Tests.Teams;

public sealed class TeamsDeliveryTests : IAsyncLifetime
{
    private readonly TemporaryDatabase _database = new();
    private readonly Connectors.Counted _credential = new();
    private readonly OutboxFigures _figures = new();
    private readonly Conversations _conversations;
    private FakeConnector _connector = null!;

    public TeamsDeliveryTests() => _conversations = new Conversations(_database, TimeProvider.System, [new TeamsChannel(new Outbox(TimeProvider.System))]);

    public async Task InitializeAsync() => _connector = await FakeConnector.StartAsync();

    public async Task DisposeAsync()
    {
        await _connector.DisposeAsync();
        _figures.Dispose();
        _database.Dispose();
    }

    [Fact]
    public async Task A_reply_is_sent_where_it_was_asked_and_what_Teams_calls_it_is_kept_with_its_turn()
    {
        var id = await OpenAsync(_connector.ServiceUrl);
        await _conversations.SendAsync(id, SampleReplies.All["answer"]);

        await SendAsync(Connectors.Registered);

        var call = Assert.Single(_connector.Calls);
        Assert.Equal(("/jp/v3/conversations/a%3Aroom/activities", "Bearer token-1"), (call.Target, call.Token));
        await using var context = _database.CreateDbContext();
        var kept = await context.Set<TeamsMessageRow>().SingleAsync();
        Assert.Equal((id, 0, 0, "teams-1", "t1"), (kept.ConversationId, kept.Sequence, kept.Part, kept.TeamsId, kept.TurnId));
    }

    [Theory]
    [InlineData("http://attacker.example/")]
    [InlineData("https://user@smba.trafficmanager.net/")]
    [InlineData("javascript:alert(1)")]
    public async Task Where_a_conversation_came_from_a_bad_address_no_token_is_even_asked_for(string serviceUrl)
    {
        var id = await OpenAsync(serviceUrl);
        await _conversations.SendAsync(id, SampleReplies.All["plain"]);

        await SendAsync(Connectors.Registered);

        Assert.Equal("service-url", (await RowAsync()).LastFailure);
        Assert.Equal(0, _credential.Given);
    }

    [Fact]
    public async Task An_address_that_a_message_or_its_payload_names_is_never_called()
    {
        await using var forged = await FakeConnector.StartAsync();
        var id = await OpenAsync(_connector.ServiceUrl);
        await _conversations.SendAsync(id, SampleReplies.All["plain"] with { Text = $"serviceUrl: {forged.ServiceUrl}" });
        await using (var context = _database.CreateDbContext())
        {
            await context.Set<OutboxRow>().ExecuteUpdateAsync(set => set.SetProperty(r => r.Payload, $$"""{"sequence":0,"part":0,"serviceUrl":"{{forged.ServiceUrl}}"}"""));
        }

        await SendAsync(Connectors.Registered);

        Assert.Single(_connector.Calls);
        Assert.Empty(forged.Calls);
    }

    [Fact]
    public async Task In_Production_without_a_registration_nobody_is_called()
    {
        var id = await OpenAsync(_connector.ServiceUrl);
        await _conversations.SendAsync(id, SampleReplies.All["plain"]);

        await SendAsync(Connectors.Settings with { AllowsLoopback = false });

        Assert.Empty(_connector.Calls);
        Assert.Equal("service-url", (await RowAsync()).LastFailure);
    }

    [Fact]
    public async Task A_long_reply_leaves_part_by_part_in_order()
    {
        var id = await OpenAsync(_connector.ServiceUrl);
        var text = string.Join("\n\n", Enumerable.Range(0, 30).Select(n => $"第{n}段落。" + new string('字', 1_000)));
        await _conversations.SendAsync(id, SampleReplies.All["plain"] with { Text = text });
        await _conversations.SendAsync(id, SampleReplies.All["plain"] with { DeliveryKey = "next", Text = "次" });

        await SendAsync(Connectors.Settings);

        var said = _connector.Calls.Select(c => (string)c.Body!["text"]!).ToList();
        Assert.InRange(said.Count, 4, 6);
        Assert.Equal(text + "\n\n次", string.Join("\n\n", said));
        await using var context = _database.CreateDbContext();
        Assert.Equal(Enumerable.Range(0, said.Count - 1), await context.Set<TeamsMessageRow>().Where(m => m.Sequence == 0).Select(m => m.Part).Order().ToListAsync());
    }

    [Fact]
    public async Task What_Teams_finds_too_large_arrives_without_its_card()
    {
        _connector.Mood = call => call.Body!["attachments"] is null ? ConnectorMood.Well : new ConnectorMood(413, Takes: false, Error: "MessageSizeTooBig");
        var id = await OpenAsync(_connector.ServiceUrl);
        await _conversations.SendAsync(id, SampleReplies.All["form"]);

        await SendAsync(Connectors.Settings);

        Assert.Equal(["担当者におつなぎします。", "担当者におつなぎします。\n\n相談フォームをここには表示できません。相談のページからも相談できます。"], _connector.Calls.Select(c => (string)c.Body!["text"]!));
        Assert.NotNull((await RowAsync()).DoneAt);
    }

    [Fact]
    public async Task A_bot_that_was_removed_is_told_of_at_the_desk_and_blocks_nothing()
    {
        _connector.Mood = call => ((string)call.Body!["text"]!).Contains('回') ? new ConnectorMood(403, Takes: false, Error: "BotNotInConversationRoster") : ConnectorMood.Well;
        var id = await OpenAsync(_connector.ServiceUrl);
        await _conversations.SendAsync(id, SampleReplies.All["reply-of-a-coordinator"]);
        await _conversations.SendAsync(id, SampleReplies.All["plain"]);

        await SendAsync(Connectors.Settings);

        Assert.Equal(2, _connector.Calls.Count);
        var undelivered = Assert.Single(await new Undelivered(_database, new OutboxSignal(), TimeProvider.System).ListAsync("C-2026-0001"));
        Assert.Equal((OutboxKinds.Teams, "http-403-BotNotInConversationRoster"), (undelivered.Kind, undelivered.Failure));
    }

    [Fact]
    public async Task A_conversation_that_was_erased_is_not_called_and_keeps_nothing()
    {
        var id = await OpenAsync(_connector.ServiceUrl);
        await _conversations.SendAsync(id, SampleReplies.All["plain"]);
        await using (var context = _database.CreateDbContext())
        {
            await context.Set<ConversationRow>().ExecuteDeleteAsync();
        }

        await SendAsync(Connectors.Settings);

        Assert.Empty(_connector.Calls);
        Assert.Equal("no-message", (await RowAsync()).LastFailure);
    }

    private Task<string> OpenAsync(string serviceUrl) => TeamsHosts.OpenAsync(_database, _conversations, serviceUrl, "a:room");

    private Task SendAsync(ConnectorSettings settings) =>
        new Dispatcher(
            _database, [TeamsHosts.Delivery(_database, settings: settings, credential: settings.AppId is null ? null : _credential)],
            new OutboxSignal(), _figures, TimeProvider.System, NullLogger<Dispatcher>.Instance).DrainAsync();

    private async Task<OutboxRow> RowAsync()
    {
        await using var context = _database.CreateDbContext();
        return await context.Set<OutboxRow>().AsNoTracking().OrderBy(r => r.Position).FirstAsync();
    }
}
