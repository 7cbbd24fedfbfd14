using MedtechBot.Channels;
using MedtechBot.Deliveries;
using MedtechBot.Storage;
using MedtechBot.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.Logging.Abstractions;

namespace MedtechBot.Tests.Coordination;

/// <summary>Replies that an earlier version wrote and did not get to deliver.</summary>
public abstract class PendingRepliesTests : IDisposable
{
    private readonly TemporaryDatabase _database;

    protected PendingRepliesTests(DatabaseKind kind) => _database = new TemporaryDatabase(kind);

    public sealed class OnSqlite() : PendingRepliesTests(DatabaseKind.Sqlite);

    public sealed class OnPostgres() : PendingRepliesTests(DatabaseKind.Postgres);

    public void Dispose() => _database.Dispose();

    [SkippableFact]
    public async Task They_are_delivered_after_the_upgrade_under_the_key_they_had()
    {
        await using (var context = _database.CreateDbContext())
        {
            // As that version left it.
            await context.Database.EnsureDeletedAsync();
            await context.GetService<IMigrator>().MigrateAsync("FirstTables");
            await ExecuteAsync(context, """
                INSERT INTO conversations ("Id", "AskerId", "Channel", "CreatedAt") VALUES ('c1', 'a1', 'directline', 1);
                INSERT INTO tickets ("Number", "ConversationId", "SubmissionId", "Headline", "OpenedAt", "ChangedAt", "Status", "Holder", "Version") VALUES
                    ('C-2026-0001', 'c1', 's1', '相談', 1, 1, 'Answered', '佐藤', 4), ('C-2026-0002', 'c1', 's2', 'Advice', 1, 1, 'Answered', '佐藤', 3);
                INSERT INTO ticket_events ("Number", "Sequence", "At", "Content") VALUES
                    ('C-2026-0001', 1, 1, '{"$type":"opened","at":"2026-11-01T00:00:00+00:00","summary":"相談","email":null,"language":"Japanese"}'),
                    ('C-2026-0001', 2, 2, '{"$type":"taken","at":"2026-11-01T00:00:00+00:00","by":"佐藤"}'),
                    ('C-2026-0001', 3, 3, '{"$type":"reply","at":"2026-11-01T00:00:00+00:00","by":"佐藤","replyId":"r1","text":"届いた回答"}'),
                    ('C-2026-0001', 4, 4, '{"$type":"reply","at":"2026-11-01T00:00:00+00:00","by":"佐藤","replyId":"r2","text":"*1* と \"2\" と \\ と it''s\n  次の行"}'),
                    ('C-2026-0002', 1, 1, '{"$type":"opened","at":"2026-11-01T00:00:00+00:00","summary":"Advice","email":null,"language":"English"}'),
                    ('C-2026-0002', 2, 2, '{"$type":"taken","at":"2026-11-01T00:00:00+00:00","by":"佐藤"}'),
                    ('C-2026-0002', 3, 3, '{"$type":"reply","at":"2026-11-01T00:00:00+00:00","by":"佐藤","replyId":"r3","text":"Ask them."}');
                INSERT INTO pending_replies ("Number", "EventSequence", "ReplyId", "WrittenAt", "DeliveredAt") VALUES
                    ('C-2026-0001', 3, 'r1', 3, 3), ('C-2026-0001', 4, 'r2', 4, NULL), ('C-2026-0002', 3, 'r3', 5, NULL);
                """);
            await context.Database.MigrateAsync();
        }

        var conversations = new Conversations(_database, TimeProvider.System);
        using var figures = new OutboxFigures();
        await new Dispatcher(_database, [new ConversationDelivery(conversations)], new OutboxSignal(), figures, TimeProvider.System, NullLogger<Dispatcher>.Instance).DrainAsync();

        var messages = (await conversations.ReadAsync("c1", -1)).Select(a => a.Outgoing!).ToList();
        Assert.Equal(["reply-to-ticket:C-2026-0001:r2", "reply-to-ticket:C-2026-0002:r3"], messages.Select(m => m.DeliveryKey));
        Assert.Equal("**C-2026-0001 への回答**\n\n\\*1\\* と \\\"2\\\" と \\\\ と it\\'s  \n\u00A0\u00A0次の行", messages[0].Text);
        Assert.Equal("**Reply to your consultation C-2026-0002**\n\nAsk them\\.", messages[1].Text);
        Assert.All(messages, m => Assert.Equal("佐藤", m.SpokenBy));
    }

    private static async Task ExecuteAsync(MedtechBotContext context, string sql)
    {
        await context.Database.OpenConnectionAsync();
        await using var command = context.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
        await context.Database.CloseConnectionAsync();
    }
}
