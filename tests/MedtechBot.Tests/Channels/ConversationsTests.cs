using MedtechBot.Answers;
using MedtechBot.Channels;
using MedtechBot.Knowledge;
using MedtechBot.Storage;
using MedtechBot.Tests.Storage;

namespace MedtechBot.Tests.Channels;

public abstract class ConversationsTests : IDisposable
{
    private readonly TemporaryDatabase _database;
    private readonly Conversations _conversations;

    protected ConversationsTests(DatabaseKind kind)
    {
        _database = new TemporaryDatabase(kind);
        _conversations = new Conversations(_database, TimeProvider.System);
    }

    public sealed class OnSqlite() : ConversationsTests(DatabaseKind.Sqlite);

    public sealed class OnPostgres() : ConversationsTests(DatabaseKind.Postgres);

    public void Dispose() => _database.Dispose();

    [SkippableFact]
    public async Task What_is_appended_at_once_from_many_sides_is_numbered_without_gaps()
    {
        var id = await CreateAsync();
        await Task.WhenAll(Enumerable.Range(0, 12).Select(n => Task.Run(() => _conversations.SendAsync(id, Message("k" + n)))));
        var activities = await _conversations.ReadAsync(id, -1);
        Assert.Equal(Enumerable.Range(0, 12), activities.Select(a => a.Sequence));
        Assert.Equal(12, activities.Select(a => a.Outgoing!.DeliveryKey).Distinct().Count());
        Assert.Equal(id + "|0000003", activities[3].Id);
    }

    [SkippableFact]
    public async Task The_same_delivery_key_is_delivered_once_however_often_it_is_sent()
    {
        var id = await CreateAsync();
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => _conversations.SendAsync(id, Message("same")))));
        Assert.Single(await _conversations.ReadAsync(id, -1));
    }

    [SkippableFact]
    public async Task Sending_into_a_conversation_that_does_not_exist_fails() =>
        await Assert.ThrowsAsync<KeyNotFoundException>(() => _conversations.SendAsync("nowhere", Message("k")));

    [SkippableFact]
    public async Task An_answer_is_read_back_as_it_was_sent()
    {
        var id = await CreateAsync();
        var citation = new Citation(1, new PassageId("guide#part"), "手引き", "節", "引用です。", "経済産業省", new PartialDate(2024, 3), Authority.Guidebook);
        var answer = new Answer { Outcome = OutcomeKind.Answered, Language = Language.Japanese, Text = "引用です。[1]", Citations = [citation], DateLine = "2024年3月時点の情報" };
        await _conversations.SendAsync(id, Message("k") with { Answer = answer, TurnId = "t", Suggestions = ["次は?"], Card = new() { ["type"] = "AdaptiveCard" } });
        var read = Assert.Single(await _conversations.ReadAsync(id, -1));
        Assert.Equal(Speaker.Bot, read.Speaker);
        Assert.Equal([citation], read.Outgoing!.Answer!.Citations);
        Assert.Equal(answer.DateLine, read.Outgoing.Answer.DateLine);
        Assert.Equal(["次は?"], read.Outgoing.Suggestions);
        Assert.Equal("AdaptiveCard", (string?)read.Outgoing.Card!["type"]);
    }

    [SkippableFact]
    public async Task The_fields_of_a_submitted_card_are_not_kept()
    {
        var id = await CreateAsync();
        await _conversations.AppendAsync(id, new IncomingMessage { Value = new() { ["email"] = "person@example.jp" }, IsSubmission = true });
        var read = Assert.Single(await _conversations.ReadAsync(id, -1));
        Assert.True(read.Incoming!.IsSubmission);
        Assert.Null(read.Incoming.Value);
    }

    [SkippableFact]
    public async Task What_a_client_sends_again_under_its_own_name_for_it_is_kept_once()
    {
        var id = await CreateAsync();
        var message = new IncomingMessage { Text = "質問", ClientId = "c1" };
        var kept = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => _conversations.AppendAsync(id, message))));
        Assert.Single(kept.Select(k => k.Id).Distinct());

        // Who uses a name twice, or none, says something new each time.
        await _conversations.AppendAsync(id, message with { Text = "別の質問" });
        await _conversations.AppendAsync(id, message with { ClientId = null });
        await _conversations.AppendAsync(id, message with { ClientId = null });
        Assert.Equal(["質問", "別の質問", "質問", "質問"], (await _conversations.ReadAsync(id, -1)).Select(a => a.Incoming!.Text));
    }

    [SkippableFact]
    public async Task A_follower_gets_what_was_there_and_what_comes_each_once()
    {
        var id = await CreateAsync();
        await _conversations.SendAsync(id, Message("before"));
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        await using var follower = _conversations.FollowAsync(id, -1, deadline.Token).GetAsyncEnumerator();
        Assert.True(await follower.MoveNextAsync());
        Assert.Equal("before", Assert.Single(follower.Current).Outgoing!.DeliveryKey);
        var next = follower.MoveNextAsync();
        await _conversations.SendAsync(id, Message("after"));
        Assert.True(await next);
        Assert.Equal("after", Assert.Single(follower.Current).Outgoing!.DeliveryKey);
    }

    [SkippableFact]
    public async Task An_asker_finds_own_conversations_and_no_others()
    {
        var id = await CreateAsync();
        await _conversations.CreateAsync("somebody else", ChannelNames.Quick, null);
        Assert.Equal(id, Assert.Single(await _conversations.ListForAskerAsync("asker")).Id);
    }

    private async Task<string> CreateAsync() => (await _conversations.CreateAsync("asker", ChannelNames.DirectLine, Language.Japanese)).Id;

    private static OutgoingMessage Message(string key) => new() { DeliveryKey = key, Text = "本文" };
}
