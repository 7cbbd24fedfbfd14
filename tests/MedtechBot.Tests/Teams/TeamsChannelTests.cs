using MedtechBot.Channels;
using MedtechBot.Deliveries;
using MedtechBot.Storage;
using MedtechBot.Teams;
using MedtechBot.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace MedtechBot.Tests.Teams;

public abstract class TeamsChannelTests : IDisposable
{
    private readonly TemporaryDatabase _database;
    private readonly Conversations _conversations;

    protected TeamsChannelTests(DatabaseKind kind)
    {
        _database = new TemporaryDatabase(kind);
        _conversations = new Conversations(_database, TimeProvider.System, [new TeamsChannel(new Outbox(TimeProvider.System))]);
    }

    public sealed class OnSqlite() : TeamsChannelTests(DatabaseKind.Sqlite);

    public sealed class OnPostgres() : TeamsChannelTests(DatabaseKind.Postgres);

    public void Dispose() => _database.Dispose();

    [SkippableFact]
    public async Task What_is_said_in_Teams_leaves_once_and_in_the_order_in_which_it_stands()
    {
        var id = (await _conversations.CreateAsync("asker", ChannelNames.Teams, null)).Id;
        await _conversations.AppendAsync(id, new IncomingMessage { Text = "質問" });
        await _conversations.SendAsync(id, Message("a"));
        await _conversations.SendAsync(id, Message("a"));
        await _conversations.SendAsync(id, Message("b") with { SpokenBy = "担当", Ticket = "C-2026-0001" });

        var rows = await OutboxAsync();

        Assert.Equal([(id, $"{id}|0000001/0", null), (id, $"{id}|0000002/0", "C-2026-0001")], rows.Select(r => (r.Target, r.Key, r.Ticket)));
        Assert.Equal([new TeamsParcel(1, 0), new TeamsParcel(2, 0)], rows.Select(r => TeamsParcel.Read(r.Payload)));
    }

    [SkippableFact]
    public async Task Nobody_is_called_for_a_reply_that_was_taken_or_for_other_channels()
    {
        await _conversations.SendAsync((await _conversations.CreateAsync("asker", ChannelNames.Teams, null)).Id, Message("a") with { IsTaken = true });
        await _conversations.SendAsync((await _conversations.CreateAsync("asker", ChannelNames.DirectLine, null)).Id, Message("a"));

        Assert.Empty(await OutboxAsync());
    }

    private async Task<IReadOnlyList<OutboxRow>> OutboxAsync()
    {
        await using var context = _database.CreateDbContext();
        return await context.Set<OutboxRow>().AsNoTracking().Where(r => r.Kind == OutboxKinds.Teams).OrderBy(r => r.Position).ToListAsync();
    }

    private static OutgoingMessage Message(string key) => new() { DeliveryKey = key, Text = "本文" };
}
