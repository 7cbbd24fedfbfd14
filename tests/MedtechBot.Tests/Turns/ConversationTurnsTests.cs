using System.Text.Json.Nodes;
using MedtechBot.Answers;
using MedtechBot.Channels;
using MedtechBot.Knowledge.Search;
using MedtechBot.Tests.Storage;
using MedtechBot.Turns;
using Microsoft.Extensions.Logging.Abstractions;

namespace MedtechBot.Tests.Turns;

public sealed class ConversationTurnsTests : IDisposable
{
    private readonly TemporaryDatabase _database = new();
    private readonly Conversations _conversations;
    private readonly TurnLog _log;

    public ConversationTurnsTests()
    {
        _conversations = new Conversations(_database, TimeProvider.System);
        _log = new TurnLog(_database, TimeProvider.System);
    }

    public void Dispose() => _database.Dispose();

    [Fact]
    public async Task A_question_is_answered_logged_and_can_be_rated_in_its_own_conversation_only()
    {
        var conversation = await CreateAsync();
        var reply = await AskAsync(Turns(), conversation, new IncomingMessage { Text = "相談先は?" });
        Assert.NotNull(reply.Answer);
        Assert.Equal("相談先は?", Assert.Single(await _log.RecallAsync(conversation.Id)).Question);
        Assert.True(await _log.ReactAsync(conversation.Id, reply.TurnId!, Reaction.Up));
        Assert.True(await _log.ReactAsync(conversation.Id, reply.TurnId!, Reaction.Down));
        Assert.False(await _log.ReactAsync((await CreateAsync()).Id, reply.TurnId!, Reaction.Up));
        using var context = _database.CreateDbContext();
        Assert.Equal(Reaction.Down, Assert.Single(context.Set<FeedbackRow>()).Reaction);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_question_that_is_sent_again_is_answered_and_logged_once_wherever_a_crash_broke_off(bool isReplyThere)
    {
        var conversation = await CreateAsync();
        var question = new IncomingMessage { Text = "相談先は?", ClientId = "c1" };
        var first = await AskAsync(Turns(), conversation, question);
        if (!isReplyThere)
        {
            using var context = _database.CreateDbContext();
            context.Remove(context.Set<ActivityRow>().Single(a => a.DeliveryKey == first.DeliveryKey));
            await context.SaveChangesAsync();
        }

        var again = await AskAsync(Turns(), conversation, question);

        Assert.Equal(first.TurnId, again.TurnId);
        Assert.Equal(["相談先は?", first.Text], (await _conversations.ReadAsync(conversation.Id, -1)).Select(a => a.Incoming?.Text ?? a.Outgoing!.Text));
        Assert.Single(await _log.RecallAsync(conversation.Id));
    }

    [Fact]
    public async Task The_log_recalls_the_last_six_turns_oldest_first()
    {
        var conversation = await CreateAsync();
        var turns = Turns();
        for (var n = 0; n < 8; n++)
        {
            await AskAsync(turns, conversation, new IncomingMessage { Text = "質問" + n });
        }
        Assert.Equal(["質問2", "質問3", "質問4", "質問5", "質問6", "質問7"], (await _log.RecallAsync(conversation.Id)).Select(t => t.Question));
    }

    [Theory]
    [InlineData("", "文字で入力")]
    [InlineData(" \u3000\n", "文字で入力")]
    public async Task An_empty_message_is_answered_politely(string text, string expected) =>
        Assert.Contains(expected, (await AskAsync(Turns(), await CreateAsync(), new IncomingMessage { Text = text })).Text);

    [Fact]
    public async Task A_very_long_message_is_asked_to_be_shortened()
    {
        var reply = await AskAsync(Turns(), await CreateAsync(), new IncomingMessage { Text = new string('あ', 4_001) });
        Assert.Contains("4,000文字以内", reply.Text);
        Assert.Null(reply.Answer);
    }

    [Fact]
    public async Task A_submitted_card_goes_to_the_form_that_knows_it()
    {
        var reply = await AskAsync(Turns(new Form("intake")), await CreateAsync(), new IncomingMessage { Value = new() { ["form"] = "intake" } });
        Assert.Equal("受け付けました", reply.Text);
        var unknown = await AskAsync(Turns(new Form("intake")), await CreateAsync(), new IncomingMessage { Value = new() { ["form"] = "other" } });
        Assert.Contains("受け付けられません", unknown.Text);
    }

    [Fact]
    public async Task An_escalated_answer_brings_the_intake_card()
    {
        var turns = new ConversationTurns(_conversations, Handler(), _log, [], NullLogger<ConversationTurns>.Instance,
            (_, answer, questions, _) => Task.FromResult(new JsonObject { ["question"] = questions[^1], ["why"] = answer.Escalation.ToString() }));
        var reply = await AskAsync(turns, await CreateAsync(), new IncomingMessage { Text = "答えのない質問" });
        Assert.Equal("答えのない質問", (string?)reply.Card!["question"]);
    }

    [Fact]
    public async Task A_form_that_fails_leaves_an_apology_and_the_next_message_is_answered()
    {
        var conversation = await CreateAsync();
        var turns = Turns(new Form("intake", fails: true));
        var failed = await AskAsync(turns, conversation, new IncomingMessage { Value = new() { ["form"] = "intake" } });
        Assert.Contains("申し訳ありません", failed.Text);
        Assert.NotNull((await AskAsync(turns, conversation, new IncomingMessage { Text = "次" })).Answer);
    }

    [Fact]
    public async Task Messages_sent_together_are_answered_one_after_the_other_and_too_many_are_refused()
    {
        var conversation = await CreateAsync();
        var gate = new TaskCompletionSource();
        var turns = Turns(new Form("intake", gate: gate.Task));
        var received = new List<Received?>();
        for (var n = 0; n < 70; n++)
        {
            received.Add(await turns.ReceiveAsync(conversation, new IncomingMessage { Value = new() { ["form"] = "intake" } }));
        }
        Assert.Equal(64, received.Count(r => r is not null));
        Assert.Null(await turns.ReceiveAsync(conversation, new IncomingMessage { Text = "質問" }));
        gate.SetResult();
        await Task.WhenAll(received.OfType<Received>().Select(r => r.Reply));
        Assert.Equal(128, (await _conversations.ReadAsync(conversation.Id, -1)).Count);
    }

    private Task<ConversationRow> CreateAsync() => _conversations.CreateAsync("asker", ChannelNames.DirectLine, null);

    private ConversationTurns Turns(params ISubmissionHandler[] forms) => new(_conversations, Handler(), _log, forms, NullLogger<ConversationTurns>.Instance);

    private static TurnHandler Handler()
    {
        var nothing = SearchSetup.BuildSnapshot(Path.GetTempPath(), []);
        return new TurnHandler(() => nothing);
    }

    private static async Task<OutgoingMessage> AskAsync(ConversationTurns turns, ConversationRow conversation, IncomingMessage message) =>
        await (await turns.ReceiveAsync(conversation, message))!.Reply;

    private sealed class Form(string name, bool fails = false, Task? gate = null) : ISubmissionHandler
    {
        public bool Handles(JsonObject value) => (string?)value["form"] == name;

        public async Task<OutgoingMessage> HandleAsync(ConversationRow conversation, JsonObject value, CancellationToken cancellation)
        {
            await (gate ?? Task.CompletedTask);
            return fails ? throw new InvalidOperationException("on purpose") : new OutgoingMessage { DeliveryKey = RandomId.Next(), Text = "受け付けました" };
        }
    }
}
