using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace MedtechBot.Storage;

/// <summary>WAL lets readers and the one writer work side by side; a writer waits for another instead of failing; what is deleted is overwritten.</summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    private const string Waiting = "PRAGMA busy_timeout=10000;";
    private const string All = "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA secure_delete=ON; " + Waiting;

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = For(connection);
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = For(connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    // EF looks read-only whether there is a database, which must not change one that is not in WAL yet, as a restored backup.
    private static string For(DbConnection connection) =>
        connection.ConnectionString.Contains("Mode=ReadOnly", StringComparison.OrdinalIgnoreCase) ? Waiting : All;
}
