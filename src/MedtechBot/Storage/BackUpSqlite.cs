using MedtechBot.Storage.Moving;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace MedtechBot.Storage;

/// <summary>Copies a SQLite database as it stands at one moment, while hosts go on reading and writing.</summary>
public sealed class BackUpSqlite(Database database)
{
    /// <param name="file">Empty, or not there yet.</param>
    /// <exception cref="MoveRefusedException">The database is on a server, or what was written cannot be relied on.</exception>
    public async Task HandleAsync(string file, CancellationToken cancellation = default)
    {
        if (database.Address.Kind != DatabaseKind.Sqlite)
        {
            throw new MoveRefusedException("PostgreSQL is backed up by its own pg_dump: README, \"Backup and restore\".");
        }
        await using (var context = database.CreateDbContext())
        {
            await context.Database.ExecuteSqlAsync($"VACUUM INTO {file}", cancellation);
        }
        await using var copy = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        await copy.OpenAsync(cancellation);
        await using var check = copy.CreateCommand();
        check.CommandText = "PRAGMA integrity_check";
        if (await check.ExecuteScalarAsync(cancellation) is not "ok")
        {
            throw new MoveRefusedException("The database is damaged, so its copy is of no use. Go back to an older backup.");
        }
    }
}
