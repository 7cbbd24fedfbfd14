using MedtechBot.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace MedtechBot.Host.Storage;

/// <summary>The database, and the keys in the data directory.</summary>
public static class StorageSetup
{
    public static WebApplicationBuilder AddStorage(this WebApplicationBuilder builder)
    {
        var paths = new HostPaths(builder.Configuration);
        builder.Services.AddSingleton(paths);
        builder.Services.TryAddSingleton(TimeProvider.System);
        var address = DatabaseSetting.Read(builder.Configuration, paths);
        builder.Services.AddSingleton(services => new Database(address, services.GetRequiredService<ILoggerFactory>(), [.. services.GetServices<IInterceptor>()]));
        builder.Services.AddSingleton<IDbContextFactory<MedtechBotContext>>(services => services.GetRequiredService<Database>());
        builder.Services.AddDataProtection()
            .SetApplicationName("MedtechBot")
            .PersistKeysToFileSystem(new DirectoryInfo(paths.DataFolder("keys")));
        builder.Services.AddSingleton<DatabaseUpgrade>();
        builder.Services.AddHostedService<StorageStart>();
        // Every command would be logged, and two writers wanting the same number as an error, although one of them just tries again.
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore.Update", LogLevel.None);
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore.Database.Command", LogLevel.None);
        // A database that cannot be reached is one line at the start and in the health check.
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore.Database.Connection", LogLevel.None);
        builder.Logging.AddFilter("Npgsql", LogLevel.None);
        // The keys are as protected as the data directory they lie in.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        return builder;
    }

    // Before the server takes requests, since hosted services start first.
    private sealed class StorageStart(DatabaseUpgrade upgrade) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => upgrade.RunAsync(cancellationToken);

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
