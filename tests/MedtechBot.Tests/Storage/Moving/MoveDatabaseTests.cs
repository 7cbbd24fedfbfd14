using System.Text;
using MedtechBot.Channels;
using MedtechBot.People;
using MedtechBot.Storage;
using MedtechBot.Storage.Moving;
using Microsoft.EntityFrameworkCore;

namespace MedtechBot.Tests.Storage.Moving;

public sealed class MoveDatabaseTests
{
    [SkippableFact]
    public async Task What_moves_to_a_server_and_back_is_the_same_line_for_line()
    {
        using var first = await FilledAsync(DatabaseKind.Sqlite);
        using var server = new TemporaryDatabase(DatabaseKind.Postgres);
        using var last = new TemporaryDatabase();

        var file = await ExportAsync(first);
        var counts = await ImportAsync(server, file);
        var fromServer = await ExportAsync(server);
        await ImportAsync(last, fromServer);

        Assert.All(counts, c => Assert.True(c.Count > 0, $"Nothing of {c.Table} was moved."));
        Assert.Equal(Encoding.UTF8.GetString(file), Encoding.UTF8.GetString(fromServer));
        Assert.Equal(file, await ExportAsync(last));
        var message = Assert.Single(await new Conversations(server, TimeProvider.System).ReadAsync("many", 300));
        Assert.Equal((301, "本文\"'\\\u2028😀 301"), (message.Sequence, message.Outgoing!.Text));
    }

    [SkippableFact]
    public async Task A_server_counts_on_from_what_was_moved_there()
    {
        using var source = await FilledAsync(DatabaseKind.Sqlite);
        using var server = new TemporaryDatabase(DatabaseKind.Postgres);
        await ImportAsync(server, await ExportAsync(source));

        await new AuditLog(server, TimeProvider.System).AddAsync(new AuditEntry(null, AuditActions.Viewed));

        await using var context = server.CreateDbContext();
        Assert.Equal([1L, 2L], await context.Set<AuditRow>().Select(a => a.Id).Order().ToListAsync());
    }

    [Fact]
    public void No_table_is_left_out_for_how_it_is_made()
    {
        using var database = new TemporaryDatabase();
        using var context = database.CreateDbContext();

        Assert.Equal(context.Model.GetEntityTypes().Select(t => t.GetTableName()).Order(), MovedTable.All(context).Select(t => t.Name).Order());
        Assert.All(context.Model.GetEntityTypes().SelectMany(t => t.GetProperties()), p => Assert.NotNull(p.PropertyInfo));
    }

    [Fact]
    public async Task A_torn_file_is_refused_wherever_it_was_torn_and_nothing_is_changed()
    {
        using var source = await FilledAsync(DatabaseKind.Sqlite);
        var file = await ExportAsync(source);

        foreach (var length in new[] { 0, 10, file.Length / 3, file.Length / 2, file.Length - 50, file.Length - 2 })
        {
            await RefusedAsync(file[..length]);
        }
    }

    [Fact]
    public async Task A_changed_or_foreign_file_is_refused_and_nothing_is_changed()
    {
        using var source = await FilledAsync(DatabaseKind.Sqlite);
        var text = Encoding.UTF8.GetString(await ExportAsync(source));

        await RefusedAsync(Encoding.UTF8.GetBytes(text.Replace("本文", "別文", StringComparison.Ordinal)));
        await RefusedAsync(Encoding.UTF8.GetBytes(text + text));
        await RefusedAsync(Encoding.UTF8.GetBytes(text.Replace("\"version\":1", "\"version\":9", StringComparison.Ordinal)));
        await RefusedAsync(Encoding.UTF8.GetBytes(text.Replace("\"migration\":\"", "\"migration\":\"Newer", StringComparison.Ordinal)));
        await RefusedAsync("id,name\n1,x\n"u8.ToArray());
        await RefusedAsync([.. Enumerable.Range(0, 300_000).Select(n => (byte)(n % 9))]);
    }

    [SkippableTheory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Into_a_database_that_holds_something_nothing_is_imported(DatabaseKind kind)
    {
        using var source = await FilledAsync(DatabaseKind.Sqlite);
        using var target = new TemporaryDatabase(kind);
        await new Conversations(target, TimeProvider.System).CreateAsync("asker", ChannelNames.Quick, null);
        var before = await ExportAsync(target);

        var refused = await Assert.ThrowsAsync<MoveRefusedException>(async () => await ImportAsync(target, await ExportAsync(source)));

        Assert.Contains("not empty", refused.Message, StringComparison.Ordinal);
        Assert.Equal(before, await ExportAsync(target));
    }

    private static async Task RefusedAsync(byte[] file)
    {
        using var target = new TemporaryDatabase();
        var before = await ExportAsync(target);

        var checkedOnly = await Assert.ThrowsAsync<MoveRefusedException>(() => new ImportDatabase(new Database(target.Address)).CheckAsync(new MemoryStream(file)));
        await Assert.ThrowsAsync<MoveRefusedException>(() => ImportAsync(target, file));

        Assert.DoesNotContain('\n', checkedOnly.Message);
        Assert.Equal(before, await ExportAsync(target));
    }

    // A row in every table, and enough messages in one conversation that they are not read or written at once.
    private static async Task<TemporaryDatabase> FilledAsync(DatabaseKind kind)
    {
        var database = new TemporaryDatabase(kind);
        await using var context = database.CreateDbContext();
        await OldRows.FillAsync(context, context.Database.GetMigrations().Last());
        context.Add(new ConversationRow { Id = "many", AskerId = "asker", Channel = ChannelNames.Quick, CreatedAt = DateTimeOffset.UtcNow });
        await context.SaveChangesAsync();
        for (var n = 0; n < 302; n++)
        {
            var json = ConversationJson.Write(new OutgoingMessage { DeliveryKey = "k" + n, Text = "本文\"'\\\u2028😀 " + n });
            context.Add(new ActivityRow { ConversationId = "many", Sequence = n, ActivityId = "many|" + n, At = DateTimeOffset.UtcNow, Kind = Speaker.Bot, Json = json });
        }
        await context.SaveChangesAsync();
        return database;
    }

    private static async Task<byte[]> ExportAsync(TemporaryDatabase database)
    {
        using var file = new MemoryStream();
        await new ExportDatabase(new Database(database.Address)).HandleAsync(file);
        return file.ToArray();
    }

    private static Task<IReadOnlyList<MovedRows>> ImportAsync(TemporaryDatabase database, byte[] file) =>
        new ImportDatabase(new Database(database.Address)).HandleAsync(new MemoryStream(file));
}
