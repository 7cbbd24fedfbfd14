using System.Data;
using MedtechBot.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace MedtechBot.Tests.Storage;

public sealed class DatabaseTests
{
    [SkippableTheory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task A_connection_opened_by_hand_is_closed_with_its_context(DatabaseKind kind)
    {
        using var database = new TemporaryDatabase(kind);
        await using (var context = database.CreateDbContext())
        {
            await context.Database.OpenConnectionAsync();
        }
        // Contexts are used again, and whoever gets one begins with nothing.
        await using var next = database.CreateDbContext();
        Assert.Equal(ConnectionState.Closed, next.Database.GetDbConnection().State);
    }

    [Fact]
    public async Task Every_connection_to_a_file_keeps_a_log_waits_for_other_writers_and_overwrites_new_or_used_again()
    {
        var folder = Directory.CreateTempSubdirectory("medtechbot-");
        var database = new Database(DatabaseAddress.OfFile(Path.Combine(folder.FullName, "test.db")));
        for (var round = 0; round < 2; round++)
        {
            await using var first = database.CreateDbContext();
            await using var second = database.CreateDbContext();
            await first.Database.OpenConnectionAsync();
            await second.Database.OpenConnectionAsync();
            foreach (var context in new[] { first, second })
            {
                Assert.Equal("wal", await ReadAsync<string>(context, "journal_mode"));
                Assert.Equal(1, await ReadAsync<long>(context, "synchronous"));
                Assert.Equal(1, await ReadAsync<long>(context, "secure_delete"));
                Assert.Equal(10_000, await ReadAsync<long>(context, "busy_timeout"));
            }
        }
        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    private static async Task<T> ReadAsync<T>(MedtechBotContext context, string pragma)
    {
        await using var command = context.Database.GetDbConnection().CreateCommand();
        command.CommandText = "PRAGMA " + pragma;
        return (T)(await command.ExecuteScalarAsync())!;
    }
}
