using MedtechBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace MedtechBot.Host.Storage;

/// <summary>
/// Brings the database to the tables that this version of the product knows. Processes that start at the same time wait for each other.
/// </summary>
public sealed class DatabaseUpgrade(IDbContextFactory<MedtechBotContext> database, HostPaths paths)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(50);

    public async Task RunAsync(CancellationToken cancellation = default)
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        if (!await IsNeededAsync(context, cancellation))
        {
            return;
        }
        await using var turn = await WaitForTurnAsync(cancellation);
        if (await IsNeededAsync(context, cancellation))
        {
            // EF's own lock outlives a process that is killed and would block every later start; the file makes it needless.
            await context.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\"", cancellation);
            await context.Database.MigrateAsync(cancellation);
        }
    }

    private static async Task<bool> IsNeededAsync(MedtechBotContext context, CancellationToken cancellation) =>
        (await context.Database.GetPendingMigrationsAsync(cancellation)).Any();

    // An open file is let go by the system, however the process ends.
    private async Task<FileStream> WaitForTurnAsync(CancellationToken cancellation)
    {
        var file = Path.Combine(paths.DataFolder(), "upgrading.lock");
        var until = DateTime.UtcNow + Patience;
        while (true)
        {
            try
            {
                return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
            }
            catch (Exception taken) when (taken is IOException or UnauthorizedAccessException && DateTime.UtcNow < until)
            {
                await Task.Delay(BetweenTries, cancellation);
            }
        }
    }
}
