using System.Data.Common;
using MedtechBot.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace MedtechBot.Host.Storage;

/// <summary>The database and the keys, both in the data directory.</summary>
public static class StorageSetup
{
    public static WebApplicationBuilder AddStorage(this WebApplicationBuilder builder)
    {
        var paths = new HostPaths(builder.Configuration);
        builder.Services.AddSingleton(paths);
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddDbContextFactory<MedtechBotContext>(options => options
            .UseSqlite(ConnectionString(builder.Configuration, paths))
            .AddInterceptors(new SqlitePragmas()));
        builder.Services.AddDataProtection()
            .SetApplicationName("MedtechBot")
            .PersistKeysToFileSystem(new DirectoryInfo(paths.DataFolder("keys")));
        builder.Services.AddSingleton<DatabaseUpgrade>();
        builder.Services.AddHostedService<StorageStart>();
        // Every command would be logged, and two writers wanting the same number as an error, although one of them just tries again.
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore.Update", LogLevel.None);
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore.Database.Command", LogLevel.None);
        // The keys are as protected as the data directory they lie in.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        return builder;
    }

    private static string ConnectionString(IConfiguration configuration, HostPaths paths) =>
        configuration.GetConnectionString("MedtechBot") is { Length: > 0 } given
            ? given
            : new SqliteConnectionStringBuilder { DataSource = Path.Combine(paths.DataFolder(), "medtechbot.db") }.ToString();

    // WAL lets readers and the one writer work side by side; a writer waits for another instead of failing.
    private sealed class SqlitePragmas : DbConnectionInterceptor
    {
        private const string Pragmas = "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA busy_timeout=10000;";

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
        {
            using var command = connection.CreateCommand();
            command.CommandText = Pragmas;
            command.ExecuteNonQuery();
        }

        public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = Pragmas;
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    // Before the server takes requests, since hosted services start first.
    private sealed class StorageStart(DatabaseUpgrade upgrade) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => upgrade.RunAsync(cancellationToken);

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
