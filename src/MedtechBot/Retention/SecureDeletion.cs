using MedtechBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace MedtechBot.Retention;

/// <summary>
/// Makes sure that what is deleted is gone from SQLite's files as well, where it would otherwise lie in free pages and in the log.
/// PostgreSQL sees to its own space.
/// </summary>
internal static class SecureDeletion
{
    /// <summary>Deleting on this context overwrites from now on.</summary>
    public static async Task BeginAsync(MedtechBotContext context, CancellationToken cancellation)
    {
        if (context.Database.IsSqlite())
        {
            // Opened by hand, so that the connection stays the one that was told.
            await context.Database.OpenConnectionAsync(cancellation);
            await context.Database.ExecuteSqlRawAsync("PRAGMA secure_delete = ON", cancellation);
        }
    }

    /// <summary>Writes the log, which holds older states of pages, into the file and empties it.</summary>
    public static async Task FinishAsync(MedtechBotContext context, CancellationToken cancellation)
    {
        if (context.Database.IsSqlite())
        {
            await context.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)", cancellation);
        }
    }
}
