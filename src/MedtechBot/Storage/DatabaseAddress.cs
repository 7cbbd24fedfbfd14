using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace MedtechBot.Storage;

public enum DatabaseKind { Sqlite, Postgres }

/// <summary>Which database, by a connection string. As text it never shows a password.</summary>
public sealed class DatabaseAddress
{
    // A server takes a hundred connections unless told otherwise; several hosts share them.
    private const int MostConnections = 30;

    private readonly string _shown;

    private DatabaseAddress(DatabaseKind kind, string connectionString, string shown) =>
        (Kind, ConnectionString, _shown) = (kind, connectionString, shown);

    public DatabaseKind Kind { get; }

    public string ConnectionString { get; }

    /// <summary>A file of its own.</summary>
    public static DatabaseAddress OfFile(string path) => Of(new SqliteConnectionStringBuilder { DataSource = path })!;

    /// <summary>
    /// <c>Host=</c> or <c>Server=</c> and <c>postgres://</c> or <c>postgresql://</c> mean PostgreSQL, <c>Data Source=</c> or <c>Filename=</c> SQLite.
    /// </summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out DatabaseAddress? address)
    {
        address = null;
        try
        {
            if (PostgresUri.TryRead(text, out var server))
            {
                address = Of(server);
                return address is not null;
            }
            var given = new DbConnectionStringBuilder { ConnectionString = text };
            if (HasAny(given, "Host", "Server"))
            {
                address = Of(new NpgsqlConnectionStringBuilder(text));
            }
            else if (HasAny(given, "Data Source", "DataSource", "Filename"))
            {
                address = Of(new SqliteConnectionStringBuilder(text));
            }
        }
        catch (Exception unknown) when (unknown is ArgumentException or KeyNotFoundException or FormatException or NotSupportedException or OverflowException)
        {
            // A word or a value that the database's own reader does not know.
        }
        return address is not null;
    }

    public override string ToString() => _shown;

    private static bool HasAny(DbConnectionStringBuilder given, params string[] names) => names.Any(given.ContainsKey);

    // A database in memory would be another one for each connection.
    private static DatabaseAddress? Of(SqliteConnectionStringBuilder file) =>
        file.DataSource.Length == 0 || file.DataSource.Contains(":memory:", StringComparison.Ordinal) || file.Mode == SqliteOpenMode.Memory
            ? null
            : new(DatabaseKind.Sqlite, file.ToString(), new SqliteConnectionStringBuilder { DataSource = file.DataSource }.ToString());

    private static DatabaseAddress? Of(NpgsqlConnectionStringBuilder? server)
    {
        if (server is null || string.IsNullOrWhiteSpace(server.Host))
        {
            return null;
        }
        if (!server.ShouldSerialize("Maximum Pool Size"))
        {
            server.MaxPoolSize = MostConnections;
        }
        server.ApplicationName ??= "MedtechBot";
        var shown = new NpgsqlConnectionStringBuilder { Host = server.Host, Port = server.Port, Database = server.Database, Username = server.Username };
        return new DatabaseAddress(DatabaseKind.Postgres, server.ToString(), shown.ToString());
    }
}
