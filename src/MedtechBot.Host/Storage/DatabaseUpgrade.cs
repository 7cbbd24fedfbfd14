using MedtechBot.Host.Settings;
using MedtechBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace MedtechBot.Host.Storage;

/// <summary>
/// Brings the database to the tables that this version of the product knows. Processes that start at the same time wait for each other.
/// </summary>
public sealed class DatabaseUpgrade(Database database, HostPaths paths)
{
    /// <exception cref="SettingException">The database cannot be reached or used, or a newer version of the product made its tables.</exception>
    public async Task RunAsync(CancellationToken cancellation = default)
    {
        try
        {
            await UpgradeAsync(cancellation);
        }
        catch (Exception failure) when (DatabaseSetting.IsDatabaseFailure(failure))
        {
            throw DatabaseSetting.Unusable(database.Address, failure);
        }
    }

    private async Task UpgradeAsync(CancellationToken cancellation)
    {
        await using var context = database.CreateDbContext();
        if (!await IsNeededAsync(context, cancellation))
        {
            return;
        }
        await using var turn = context is PostgresContext
            ? await PostgresTurn.WaitAsync(context, cancellation)
            : await FileTurn.WaitAsync(Path.Combine(paths.DataFolder(), "upgrading.lock"), cancellation);
        if (await IsNeededAsync(context, cancellation))
        {
            if (context is SqliteContext)
            {
                // EF's own lock outlives a process that is killed and would block every later start; the turn makes it needless.
                await context.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\"", cancellation);
            }
            await context.Database.MigrateAsync(cancellation);
        }
    }

    private async Task<bool> IsNeededAsync(MedtechBotContext context, CancellationToken cancellation)
    {
        var known = context.Database.GetMigrations().ToList();
        var applied = (await context.Database.GetAppliedMigrationsAsync(cancellation)).ToHashSet();
        return applied.IsSubsetOf(known) ? known.Count > applied.Count : throw DatabaseSetting.TooNew(database.Address);
    }
}
