using MedtechBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace MedtechBot.Host.Storage;

/// <summary>One process at a time over one database. The server lets the lock go with the connection, however the process ends.</summary>
internal sealed class PostgresTurn(MedtechBotContext context) : IAsyncDisposable
{
    // Any number does as long as nobody else of the same database uses it.
    private const long Key = 0x4D65_6474_6563_6821;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(50);

    /// <summary>Makes the database first when the server has none of that name. Meanwhile the context's connection stays open.</summary>
    /// <exception cref="TimeoutException">Another has had the turn for longer than an upgrade takes.</exception>
    public static async Task<IAsyncDisposable> WaitAsync(MedtechBotContext context, CancellationToken cancellation)
    {
        await MakeDatabaseAsync(context.GetService<IRelationalDatabaseCreator>(), cancellation);
        await context.Database.OpenConnectionAsync(cancellation);
        var until = DateTime.UtcNow + Patience;
        while (!(await context.Database.SqlQuery<bool>($"SELECT pg_try_advisory_lock({Key}) AS \"Value\"").ToListAsync(cancellation)).Single())
        {
            if (DateTime.UtcNow > until)
            {
                throw new TimeoutException("Another host has been upgrading the database for a minute.");
            }
            await Task.Delay(BetweenTries, cancellation);
        }
        return new PostgresTurn(context);
    }

    public async ValueTask DisposeAsync()
    {
        await context.Database.ExecuteSqlAsync($"SELECT pg_advisory_unlock({Key})");
        await context.Database.CloseConnectionAsync();
    }

    private static async Task MakeDatabaseAsync(IRelationalDatabaseCreator creator, CancellationToken cancellation)
    {
        try
        {
            if (!await creator.ExistsAsync(cancellation))
            {
                await creator.CreateAsync(cancellation);
            }
        }
        catch (PostgresException made) when (made.SqlState is PostgresErrorCodes.DuplicateDatabase or PostgresErrorCodes.UniqueViolation)
        {
            // Another host that started at the same time made it.
        }
    }
}
