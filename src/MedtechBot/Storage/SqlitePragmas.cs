using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace MedtechBot.Storage;

/// <summary>WAL lets readers and the one writer work side by side; a writer waits for another instead of failing; what is deleted is overwritten.</summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    private const string Waiting = "PRAGMA busy_timeout=10000;";
    private const string All = "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA secure_delete=ON; " + Waiting;

    // EF opens a connection for each command, and nearly always gets one back that was set before.
    private readonly ConditionalWeakTable<sqlite3, object> _set = [];

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Set((SqliteConnection)connection);

    // SQLite's asynchronous methods are synchronous ones by another name.
    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Set((SqliteConnection)connection);
        return Task.CompletedTask;
    }

    private void Set(SqliteConnection connection)
    {
        if (_set.TryGetValue(connection.Handle!, out _))
        {
            return;
        }
        using var command = connection.CreateCommand();
        command.CommandText = For(connection);
        command.ExecuteNonQuery();
        _set.AddOrUpdate(connection.Handle!, command.CommandText);
    }

    // EF looks read-only whether there is a database, which must not change one that is not in WAL yet, as a restored backup.
    private static string For(SqliteConnection connection) =>
        connection.ConnectionString.Contains("Mode=ReadOnly", StringComparison.OrdinalIgnoreCase) ? Waiting : All;
}
