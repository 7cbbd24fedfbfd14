using System.Globalization;
using MedtechBot.Storage;
using MedtechBot.Storage.Moving;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;

namespace MedtechBot.Tests.Storage;

/// <summary>
/// One row in every table that a version had, put in by plain SQL. Every text is the same and every number 1 unless it means something,
/// so that rows refer to each other whatever keys there are.
/// </summary>
internal static class OldRows
{
    public const string Key = "C-2026-0001";

    // As the versions wrote it that had the column. A new column whose text is read by the product belongs here.
    private static readonly Dictionary<(string Table, string Column), string> Meanings = new()
    {
        [("activities", "Kind")] = "'Bot'",
        [("activities", "Json")] = """'{"deliveryKey":"k","text":"以前の返事"}'""",
        [("ticket_events", "Content")] = """'{"$type":"opened","summary":"以前の相談","email":"taro@example.jp","language":"Japanese","at":"2026-11-21T00:00:00+00:00"}'""",
        [("intake_drafts", "Content")] = """'{"form":{"summary":"以前の下書き"},"fromConversation":[]}'""",
        [("ticket_counters", "Year")] = "2026",
    };

    /// <returns>The tables that got a row.</returns>
    public static async Task<IReadOnlyList<string>> FillAsync(MedtechBotContext context, string migration)
    {
        var migrations = context.GetService<IMigrationsAssembly>();
        var then = migrations.CreateMigration(migrations.Migrations[migration], context.Database.ProviderName!).TargetModel;
        var tables = TableOrder.Of(then.GetEntityTypes());
        await context.Database.OpenConnectionAsync();
        foreach (var table in tables)
        {
            await using var insert = context.Database.GetDbConnection().CreateCommand();
            var columns = table.GetProperties().ToList();
            insert.CommandText = $"INSERT INTO \"{table.GetTableName()}\" ({string.Join(", ", columns.Select(c => $"\"{c.GetColumnName()}\""))}) "
                + $"VALUES ({string.Join(", ", columns.Select(c => Value(context, table.GetTableName()!, c)))})";
            await insert.ExecuteNonQueryAsync();
        }
        await context.Database.CloseConnectionAsync();
        return [.. tables.Select(t => t.GetTableName()!)];
    }

    private static string Value(MedtechBotContext context, string table, IReadOnlyProperty column)
    {
        if (Meanings.TryGetValue((table, column.GetColumnName()), out var meaning))
        {
            return meaning;
        }
        // What the column is for, the model of today knows better than that of then, which is numbers and texts only.
        var today = context.Model.GetEntityTypes().FirstOrDefault(e => e.GetTableName() == table)?.GetProperties().FirstOrDefault(p => p.GetColumnName() == column.GetColumnName());
        var meant = today is null ? null : Nullable.GetUnderlyingType(today.ClrType) ?? today.ClrType;
        return (column.GetColumnType(), meant) switch
        {
            ("text[]", _) => $"'{{{Key}}}'",
            ("TEXT" or "text", { IsEnum: true }) => $"'{Enum.GetNames(meant)[0]}'",
            ("TEXT" or "text", { IsGenericType: true }) => $"'[\"{Key}\"]'",
            ("TEXT" or "text", _) => $"'{Key}'",
            ("boolean", _) => "true",
            ("BLOB", _) => "x'01'",
            ("bytea", _) => "'\\x01'",
            _ when meant == typeof(DateTimeOffset) => new DateTimeOffset(2026, 11, 21, 0, 0, 0, TimeSpan.Zero).UtcTicks.ToString(CultureInfo.InvariantCulture),
            _ => "1",
        };
    }
}
