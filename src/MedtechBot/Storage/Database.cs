using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.Logging;

namespace MedtechBot.Storage;

/// <summary>Opens the database, whichever kind it is.</summary>
public sealed class Database : IDbContextFactory<MedtechBotContext>
{
    private readonly Func<MedtechBotContext> _create;

    /// <param name="watchers">Are told what is saved and committed.</param>
    public Database(DatabaseAddress address, ILoggerFactory? log = null, params IInterceptor[] watchers)
    {
        Address = address;
        // Apart, so that the parts of the other kind are not even loaded.
        _create = address.Kind == DatabaseKind.Postgres ? Postgres(address, log, watchers) : Sqlite(address, log, watchers);
    }

    public DatabaseAddress Address { get; }

    public MedtechBotContext CreateDbContext() => _create();

    private static Func<MedtechBotContext> Sqlite(DatabaseAddress address, ILoggerFactory? log, IInterceptor[] watchers)
    {
        var options = new DbContextOptionsBuilder<SqliteContext>().UseLoggerFactory(log)
            .UseSqlite(address.ConnectionString).AddInterceptors([new SqlitePragmas(), .. watchers]).Options;
        return new PooledDbContextFactory<SqliteContext>(options).CreateDbContext;
    }

    private static Func<MedtechBotContext> Postgres(DatabaseAddress address, ILoggerFactory? log, IInterceptor[] watchers)
    {
        var options = new DbContextOptionsBuilder<PostgresContext>().UseLoggerFactory(log)
            .UseNpgsql(address.ConnectionString).AddInterceptors([new PostgresText(), .. watchers]).Options;
        return new PooledDbContextFactory<PostgresContext>(options).CreateDbContext;
    }
}
