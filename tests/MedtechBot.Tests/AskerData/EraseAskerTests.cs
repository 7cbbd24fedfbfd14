using System.Text;
using MedtechBot.AskerData;
using MedtechBot.Retention;
using MedtechBot.Storage;
using MedtechBot.Tests.Retention;
using Microsoft.EntityFrameworkCore;

namespace MedtechBot.Tests.AskerData;

public sealed class EraseAskerTests : IDisposable
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

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("medtechbot-");
    private readonly Database _database;

    public EraseAskerTests()
    {
        Assert.True(DatabaseAddress.TryParse($"Data Source={Path.Combine(_folder.FullName, "test.db")};Pooling=False", out var address));
        _database = new Database(address);
        using var context = _database.CreateDbContext();
        context.Database.EnsureCreated();
    }

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Nothing_of_an_erased_asker_is_left_in_any_table_nor_in_the_files_of_the_database()
    {
        await FillAsync("ERASED-MARK", "c-erased", "C-2026-0001");
        await FillAsync("OTHERS-MARK", "c-other", "C-2026-0002");
        Assert.Contains("ERASED-MARK", OnDisk(), StringComparison.Ordinal);
        var others = await TextsAsync("OTHERS-MARK");

        var erasure = await new EraseAsker(_database, new RemoveConversation(_database, new UploadFolder(_folder.FullName))).HandleAsync("asker-of-c-erased");

        Assert.Equal((1, 1), (erasure.Conversations, erasure.Tickets));
        Assert.Empty(await TextsAsync("ERASED-MARK"));
        Assert.DoesNotContain("ERASED-MARK", OnDisk(), StringComparison.Ordinal);
        Assert.Equal(others, await TextsAsync("OTHERS-MARK"));
    }

    [Fact]
    public async Task Of_a_completed_ticket_number_and_dates_stay()
    {
        using var past = new KeptPast();
        var conversation = await past.ConversationAsync("2026-01-01", "asker");
        var number = await past.TicketAsync(conversation, "2026-01-02");

        await new EraseAsker(past.Database, past.Remove).HandleAsync("asker");

        await using var context = past.Database.CreateDbContext();
        var left = await context.Set<ErasedTicketRow>().SingleAsync();
        Assert.Equal((number, new DateTimeOffset(2026, 1, 2, 0, 0, 0, TimeSpan.Zero)), (left.Number, left.OpenedAt));
        Assert.Equal(new RetentionFigures(0, 0, 0, 1, 0), await past.DeleteExpiredOn("2031-02-01").RunAsync());
        Assert.Contains("2026-01 ticket directline  = 1", await past.CountsAsync());
    }

    [Fact]
    public async Task While_a_ticket_is_open_nothing_is_erased()
    {
        using var past = new KeptPast();
        var conversation = await past.ConversationAsync("2026-01-01", "asker");
        var number = await past.TicketAsync(conversation, "2026-01-02", open: true);

        var erasure = await new EraseAsker(past.Database, past.Remove).HandleAsync("asker");

        Assert.Equal([number], erasure.StillOpen);
        Assert.Equal([conversation], await past.ConversationIdsAsync());
    }

    [Fact]
    public async Task Files_go_as_well_and_other_askers_keep_theirs()
    {
        using var past = new KeptPast();
        var file = await past.UploadAsync(await past.ConversationAsync("2026-01-01", "asker"), "2026-01-01");
        var other = await past.UploadAsync(await past.ConversationAsync("2026-01-01", "other"), "2026-01-01");

        await new EraseAsker(past.Database, past.Remove).HandleAsync("asker");

        Assert.Equal((false, true), (past.Files.Has(file), past.Files.Has(other)));
        Assert.Single(await past.ConversationIdsAsync());
    }

    private async Task FillAsync(string mark, string conversation, string ticket)
    {
        await using var context = _database.CreateDbContext();
        await new FilledTables(context, mark, conversation, ticket).FillAsync(NothingOfAskers);
    }

    private string OnDisk() => string.Concat(_folder.GetFiles().Select(f => Encoding.UTF8.GetString(File.ReadAllBytes(f.FullName))));

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
