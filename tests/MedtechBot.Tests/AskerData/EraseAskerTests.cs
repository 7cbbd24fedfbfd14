using System.Text;
using MedtechBot.AskerData;
using MedtechBot.Retention;
using MedtechBot.Storage;
using MedtechBot.Tests.Retention;
using MedtechBot.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace MedtechBot.Tests.AskerData;

public abstract class EraseAskerTests : IDisposable
{
    /// <summary>Tables that hold nothing an asker wrote or left, each with the reason. Any other table must lose the asker's rows.</summary>
    private static readonly HashSet<string> NothingOfAskers =
    [
        "ticket_counters", // the last number of a year
        "desk_links", // hashes that let coordinators in
        "people", // those at the desk
        "invitations", // to the desk
        "api_keys", // of the desk
        "audit_log", // who at the desk did what to which ticket number
        "monthly_counts", // numbers by month
        "erased_tickets", // what erasing leaves on purpose
        "retention_lease", // which process deletes
    ];

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

        var erasure = await new EraseAsker(_database, _past.Remove).HandleAsync("asker-of-c-erased");

        Assert.Equal((1, 1), (erasure.Conversations, erasure.Tickets));
        Assert.Empty(await TextsAsync("ERASED-MARK"));
        Assert.DoesNotContain("ERASED-MARK", OnDisk(), StringComparison.Ordinal);
        Assert.Equal(others, await TextsAsync("OTHERS-MARK"));
    }

    [SkippableFact]
    public async Task Of_a_completed_ticket_number_and_dates_stay()
    {
        var conversation = await _past.ConversationAsync("2026-01-01", "asker");
        var number = await _past.TicketAsync(conversation, "2026-01-02");

        await new EraseAsker(_past.Database, _past.Remove).HandleAsync("asker");

        await using var context = _past.Database.CreateDbContext();
        var left = await context.Set<ErasedTicketRow>().SingleAsync();
        Assert.Equal((number, new DateTimeOffset(2026, 1, 2, 0, 0, 0, TimeSpan.Zero)), (left.Number, left.OpenedAt));
        Assert.Equal(new RetentionFigures(0, 0, 0, 1, 0), await _past.DeleteExpiredOn("2031-02-01").RunAsync());
        Assert.Contains("2026-01 ticket directline  = 1", await _past.CountsAsync());
    }

    [SkippableFact]
    public async Task While_a_ticket_is_open_nothing_is_erased()
    {
        var conversation = await _past.ConversationAsync("2026-01-01", "asker");
        var number = await _past.TicketAsync(conversation, "2026-01-02", open: true);

        var erasure = await new EraseAsker(_past.Database, _past.Remove).HandleAsync("asker");

        Assert.Equal([number], erasure.StillOpen);
        Assert.Equal([conversation], await _past.ConversationIdsAsync());
    }

    [SkippableFact]
    public async Task Files_go_as_well_and_other_askers_keep_theirs()
    {
        var file = await _past.UploadAsync(await _past.ConversationAsync("2026-01-01", "asker"), "2026-01-01");
        var other = await _past.UploadAsync(await _past.ConversationAsync("2026-01-01", "other"), "2026-01-01");

        await new EraseAsker(_past.Database, _past.Remove).HandleAsync("asker");

        Assert.Equal((false, true), (_past.Files.Has(file), _past.Files.Has(other)));
        Assert.Single(await _past.ConversationIdsAsync());
    }

    private async Task FillAsync(string mark, string conversation, string ticket)
    {
        await using var context = _database.CreateDbContext();
        await new FilledTables(context, mark, conversation, ticket).FillAsync(NothingOfAskers);
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
                var texts = await context.Database.SqlQueryRaw<string>(
                    $"""SELECT "{property.GetColumnName()}" AS "Value" FROM "{table.GetTableName()}" WHERE "{property.GetColumnName()}" LIKE '%{mark}%'""").ToListAsync();
                found.AddRange(texts);
            }
        }
        return found;
    }
}
