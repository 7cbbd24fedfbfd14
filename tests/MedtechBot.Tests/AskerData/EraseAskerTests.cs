using System.Text;
using MedtechBot.AskerData;
using MedtechBot.Deliveries;
using MedtechBot.Retention;
using MedtechBot.Storage;
using MedtechBot.Tests.Retention;
using MedtechBot.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace MedtechBot.Tests.AskerData;

public abstract class EraseAskerTests : IDisposable
{
    private readonly KeptPast _past;
    private readonly TemporaryDatabase _database;

    protected EraseAskerTests(DatabaseKind kind)
    {
        _past = new KeptPast(kind);
        _database = _past.Database;
    }

    public sealed class OnSqlite() : EraseAskerTests(DatabaseKind.Sqlite);

    public sealed class OnPostgres() : EraseAskerTests(DatabaseKind.Postgres);

    public void Dispose() => _past.Dispose();

    [SkippableFact]
    public async Task Nothing_of_an_erased_asker_is_left_in_any_table_nor_in_the_files_of_the_database()
    {
        await FillAsync("ERASED-MARK", "c-erased", "C-2026-0001");
        await FillAsync("OTHERS-MARK", "c-other", "C-2026-0002");
        Assert.Equal(OnFiles, OnDisk().Contains("ERASED-MARK", StringComparison.Ordinal));
        var others = await TextsAsync("OTHERS-MARK");

        var erasure = await _past.EraseAsker.HandleAsync("asker-of-c-erased");

        Assert.Equal((1, 1), (erasure.Conversations, erasure.Tickets));
        Assert.Empty(await TextsAsync("ERASED-MARK"));
        Assert.DoesNotContain("ERASED-MARK", OnDisk(), StringComparison.Ordinal);
        Assert.Equal(others, await TextsAsync("OTHERS-MARK"));
    }

    [SkippableFact]
    public async Task Of_a_ticket_number_dates_topic_and_outcome_stay()
    {
        var conversation = await _past.ConversationAsync("2026-01-01", "asker");
        var number = await _past.TicketAsync(conversation, "2026-01-02");

        await _past.EraseAsker.HandleAsync("asker");

        await using var context = _past.Database.CreateDbContext();
        var left = await context.Set<ErasedTicketRow>().SingleAsync();
        Assert.Equal((number, new DateTimeOffset(2026, 1, 2, 0, 0, 0, TimeSpan.Zero)), (left.Number, left.OpenedAt));
        Assert.Equal(("reimbursement", "answered"), (left.Topic, left.Outcome));
        Assert.Equal(new RetentionFigures(0, 0, 0, 1, 0), await _past.DeleteExpiredOn("2031-02-01").RunAsync());
        Assert.Contains("2026-01 ticket directline answered/reimbursement = 1", await _past.CountsAsync());
    }

    [SkippableFact]
    public async Task An_open_ticket_is_withdrawn_first()
    {
        var conversation = await _past.ConversationAsync("2026-01-01", "asker");
        await _past.TicketAsync(conversation, "2026-01-02", open: true);

        Assert.Equal(new Erasure(1, 1), await _past.EraseAsker.HandleAsync("asker"));

        Assert.Empty(await _past.ConversationIdsAsync());
        await using var context = _past.Database.CreateDbContext();
        Assert.Equal("withdrawn", (await context.Set<ErasedTicketRow>().SingleAsync()).Outcome);
    }

    [SkippableFact]
    public async Task Messages_on_their_way_to_the_asker_go_and_those_of_a_ticket_with_a_similar_number_stay()
    {
        var conversation = await _past.ConversationAsync("2026-01-01", "asker");
        var number = await _past.TicketAsync(conversation, "2026-01-02");
        await using var context = _past.Database.CreateDbContext();
        var outbox = new Outbox(TimeProvider.System);
        outbox.Add(context, new OutboxMessage(OutboxKinds.Mail, $"{number}/reply:r1", "asker@example.jp", "{}"));
        outbox.Add(context, new OutboxMessage(OutboxKinds.Mail, $"{number}0/reply:r1", "other@example.jp", "{}"));
        outbox.Add(context, new OutboxMessage(OutboxKinds.Conversation, $"{conversation}/k", conversation, "{}"));
        outbox.Add(context, new OutboxMessage(OutboxKinds.Webhook, $"{number}-3/ab12", "https://example.jp", "{}"));
        await context.SaveChangesAsync();

        await _past.EraseAsker.HandleAsync("asker");

        Assert.Equal([$"{number}-3/ab12", $"{number}0/reply:r1"], await context.Set<OutboxRow>().Select(r => r.Key).OrderBy(k => k).ToListAsync());
    }

    [SkippableFact]
    public async Task Files_go_as_well_and_other_askers_keep_theirs()
    {
        var file = await _past.UploadAsync(await _past.ConversationAsync("2026-01-01", "asker"), "2026-01-01");
        var other = await _past.UploadAsync(await _past.ConversationAsync("2026-01-01", "other"), "2026-01-01");

        await _past.EraseAsker.HandleAsync("asker");

        Assert.Equal((false, true), (_past.Files.Has(file), _past.Files.Has(other)));
        Assert.Single(await _past.ConversationIdsAsync());
    }

    private async Task FillAsync(string mark, string conversation, string ticket)
    {
        await using var context = _database.CreateDbContext();
        await new FilledTables(context, mark, conversation, ticket).FillAsync();
    }

    // What lies on the disk of a PostgreSQL server is its own affair.
    private bool OnFiles => _database.Address.Kind == DatabaseKind.Sqlite;

    private string OnDisk() => OnFiles ? Encoding.UTF8.GetString(_database.Bytes()) : "";

    private async Task<IReadOnlyList<string>> TextsAsync(string mark)
    {
        await using var context = _database.CreateDbContext();
        var found = new List<string>();
        foreach (var table in context.Model.GetEntityTypes())
        {
            foreach (var property in table.GetProperties().Where(p => p.ClrType == typeof(string)))
            {
#pragma warning disable EF1002 // The name of a table comes from the model.
                var texts = await context.Database.SqlQueryRaw<string>(
                    $"""SELECT "{property.GetColumnName()}" AS "Value" FROM "{table.GetTableName()}" WHERE "{property.GetColumnName()}" LIKE '%{mark}%'""").ToListAsync();
#pragma warning restore EF1002
                found.AddRange(texts);
            }
        }
        return found;
    }
}
