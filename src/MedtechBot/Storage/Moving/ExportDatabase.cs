using System.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace MedtechBot.Storage.Moving;

/// <summary>Rows of one table that were moved.</summary>
public sealed record MovedRows(string Table, long Count);

/// <summary>Writes every row of every table to a file, as they stood at one moment. Hosts may go on working.</summary>
public sealed class ExportDatabase(Database database)
{
    /// <returns>How many rows of which table.</returns>
    public async Task<IReadOnlyList<MovedRows>> HandleAsync(Stream file, CancellationToken cancellation = default)
    {
        await using var context = database.CreateDbContext();
        await context.Database.OpenConnectionAsync(cancellation);
        await using var moment = await HoldTheMomentAsync(context, cancellation);
        var counts = new List<MovedRows>();
        await ExportFile.WriteAsync(file, ExportHeader.Of(context.Database.GetMigrations()), RowsAsync(context, counts), cancellation);
        return counts;
    }

    private static async IAsyncEnumerable<ExportRow> RowsAsync(MedtechBotContext context, List<MovedRows> counts)
    {
        foreach (var table in MovedTable.All(context))
        {
            var count = 0L;
            await foreach (var row in table.ReadAsync(context))
            {
                count++;
                yield return new ExportRow(table.Name, row);
            }
            counts.Add(new MovedRows(table.Name, count));
        }
    }

    private static async Task<IAsyncDisposable> HoldTheMomentAsync(MedtechBotContext context, CancellationToken cancellation)
    {
        if (context is PostgresContext)
        {
            return await context.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);
        }
        // Deferred: it only reads, and does not keep others from writing.
        var transaction = ((SqliteConnection)context.Database.GetDbConnection()).BeginTransaction(deferred: true);
        await context.Database.UseTransactionAsync(transaction, cancellation);
        return transaction;
    }
}
