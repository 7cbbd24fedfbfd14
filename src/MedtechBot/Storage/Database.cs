using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace MedtechBot.Storage;

/// <summary>Opens the database, whichever kind it is.</summary>
public sealed class Database : IDbContextFactory<MedtechBotContext>
{
    private readonly Func<MedtechBotContext> _create;

    public Database(DatabaseAddress address, ILoggerFactory? log = null)
    {
        Address = address;
        // Apart, so that the parts of the other kind are not even loaded.
        _create = address.Kind == DatabaseKind.Postgres ? Postgres(address, log) : Sqlite(address, log);
    }

    public DatabaseAddress Address { get; }

    public MedtechBotContext CreateDbContext() => _create();

    private static Func<MedtechBotContext> Sqlite(DatabaseAddress address, ILoggerFactory? log)
    {
        var options = new DbContextOptionsBuilder<SqliteContext>().UseLoggerFactory(log)
            .UseSqlite(address.ConnectionString).AddInterceptors(new SqlitePragmas()).Options;
        return () => new SqliteContext(options);
    }

    private static Func<MedtechBotContext> Postgres(DatabaseAddress address, ILoggerFactory? log)
    {
        var options = new DbContextOptionsBuilder<PostgresContext>().UseLoggerFactory(log)
            .UseNpgsql(address.ConnectionString).AddInterceptors(new PostgresText()).Options;
        return () => new PostgresContext(options);
    }
}
