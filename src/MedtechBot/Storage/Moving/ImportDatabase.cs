using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace MedtechBot.Storage.Moving;

/// <summary>Puts an export into a database that is empty: all of it or nothing.</summary>
public sealed class ImportDatabase(Database database)
{
    /// <summary>Reads the whole file without touching any database.</summary>
    /// <exception cref="MoveRefusedException">The file is torn, changed, something else or of another version.</exception>
    public async Task CheckAsync(Stream file, CancellationToken cancellation = default)
    {
        await using var context = database.CreateDbContext();
        var tables = MovedTable.All(context).Select(t => t.Name).ToHashSet();
        await foreach (var row in ExportFile.ReadAsync(file, Mine(context), cancellation))
        {
            if (!tables.Contains(row.Table))
            {
                throw new MoveRefusedException("The file holds a table that this version of MedtechBot does not have.");
            }
        }
    }

    /// <summary>The database has its tables already.</summary>
    /// <returns>How many rows of which table.</returns>
    /// <exception cref="MoveRefusedException">The file cannot be used, or the database is not empty.</exception>
    public async Task<IReadOnlyList<MovedRows>> HandleAsync(Stream file, CancellationToken cancellation = default)
    {
        await using var context = database.CreateDbContext();
        var tables = MovedTable.All(context);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        foreach (var table in tables)
        {
            if (!await table.IsEmptyAsync(context, cancellation))
            {
                throw new MoveRefusedException($"The database is not empty: there are rows in {table.Name}. Import into a new one, before a host was started over it.");
            }
        }
        var counts = await InsertAsync(context, transaction, tables, file, cancellation);
        if (context is PostgresContext)
        {
            foreach (var table in tables)
            {
                await table.CountOnAsync(context, cancellation);
            }
        }
        await transaction.CommitAsync(cancellation);
        return [.. tables.Select(t => new MovedRows(t.Name, counts.GetValueOrDefault(t.Name)))];
    }

    private static ExportHeader Mine(MedtechBotContext context) => ExportHeader.Of(context.Database.GetMigrations());

    private static async Task<Dictionary<string, long>> InsertAsync(
        MedtechBotContext context, IDbContextTransaction transaction, IReadOnlyList<MovedTable> tables, Stream file, CancellationToken cancellation)
    {
        var byName = tables.ToDictionary(t => t.Name);
        var counts = new Dictionary<string, long>();
        await foreach (var (name, row) in ExportFile.ReadAsync(file, Mine(context), cancellation))
        {
            try
            {
                await byName[name].InsertAsync(context.Database.GetDbConnection(), transaction.GetDbTransaction(), row, cancellation);
            }
            catch (Exception wrong) when (wrong is FormatException or JsonException or KeyNotFoundException or InvalidCastException or InvalidOperationException)
            {
                throw new MoveRefusedException($"The file holds a row that is none of {name}.");
            }
            counts[name] = counts.GetValueOrDefault(name) + 1;
        }
        return counts;
    }
}
