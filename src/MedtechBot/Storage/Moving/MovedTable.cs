using System.Data.Common;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace MedtechBot.Storage.Moving;

/// <summary>One table of the model: its rows as JSON, which looks the same whichever database they are in.</summary>
internal sealed class MovedTable
{
    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

    private readonly IEntityType _type;
    private readonly IProperty[] _columns;
    private readonly string _table;
    private readonly string _keys;
    private readonly string _insert;

    private MovedTable(IEntityType type, ISqlGenerationHelper sql)
    {
        _type = type;
        Name = type.GetTableName()!;
        _columns = [.. type.GetProperties().OrderBy(p => p.Name, StringComparer.Ordinal)];
        _table = sql.DelimitIdentifier(Name);
        _keys = string.Join(", ", type.FindPrimaryKey()!.Properties.Select(p => sql.DelimitIdentifier(p.GetColumnName())));
        _insert = $"INSERT INTO {_table} ({string.Join(", ", _columns.Select(p => sql.DelimitIdentifier(p.GetColumnName())))}) VALUES ({string.Join(", ", _columns.Select((_, n) => "@p" + n))})";
    }

    public string Name { get; }

    /// <summary>All tables, those that others refer to first.</summary>
    public static IReadOnlyList<MovedTable> All(MedtechBotContext context)
    {
        var sql = context.GetService<ISqlGenerationHelper>();
        return [.. TableOrder.Of(context.Model.GetEntityTypes()).Select(type => new MovedTable(type, sql))];
    }

    /// <summary>Every row, in the order of their keys, one after the other.</summary>
    public async IAsyncEnumerable<JsonObject> ReadAsync(MedtechBotContext context)
    {
        var query = (IAsyncEnumerable<object>)GetType().GetMethod(nameof(Query), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Instance)!
            .MakeGenericMethod(_type.ClrType).Invoke(this, [context])!;
        await foreach (var entity in query)
        {
            var row = new JsonObject();
            foreach (var column in _columns)
            {
                row[column.Name] = ToJson(column, column.PropertyInfo!.GetValue(entity));
            }
            yield return row;
        }
    }

    /// <exception cref="FormatException">The row is none of this table.</exception>
    public async Task InsertAsync(DbConnection connection, DbTransaction transaction, JsonObject row, CancellationToken cancellation)
    {
        if (row.Count != _columns.Length || !_columns.All(c => row.ContainsKey(c.Name)))
        {
            throw new FormatException("other columns than the table has");
        }
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = _insert;
        for (var n = 0; n < _columns.Length; n++)
        {
            var column = _columns[n];
            command.Parameters.Add(column.GetRelationalTypeMapping().CreateParameter(command, "@p" + n, FromJson(column, row[column.Name]), column.IsNullable));
        }
        PostgresText.Clean(command);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    public async Task<bool> IsEmptyAsync(MedtechBotContext context, CancellationToken cancellation)
    {
        var sql = $"SELECT 1 AS \"Value\" FROM {_table} LIMIT 1";
        return (await context.Database.SqlQueryRaw<int>(sql).ToListAsync(cancellation)).Count == 0;
    }

    /// <summary>PostgreSQL counts on from its own last number, not from the highest that was put in.</summary>
    public async Task CountOnAsync(MedtechBotContext context, CancellationToken cancellation)
    {
        if (_type.FindPrimaryKey()!.Properties is [var key] && (key.ClrType == typeof(int) || key.ClrType == typeof(long)))
        {
            // Without such a count there is nothing to set, and NULL comes back.
            var sql = $"SELECT setval(pg_get_serial_sequence('{_table}', '{key.GetColumnName()}'), (SELECT COALESCE(MAX({_keys}), 0) + 1 FROM {_table}), false)";
            await context.Database.ExecuteSqlRawAsync(sql, cancellation);
        }
    }

    private IAsyncEnumerable<object> Query<T>(MedtechBotContext context)
        where T : class
    {
        var sql = $"SELECT * FROM {_table} ORDER BY {_keys}";
        return context.Set<T>().FromSqlRaw(sql).AsNoTracking().AsAsyncEnumerable();
    }

    private static JsonNode? ToJson(IProperty column, object? value)
    {
        var converter = column.GetValueConverter();
        var kept = value is null || converter is null ? value : converter.ConvertToProvider(value);
        return kept is null ? null : JsonSerializer.SerializeToNode(kept, kept.GetType(), Json);
    }

    private static object? FromJson(IProperty column, JsonNode? node)
    {
        if (node is null)
        {
            return column.IsNullable ? null : throw new FormatException($"nothing in {column.Name}");
        }
        var converter = column.GetValueConverter();
        var type = converter?.ProviderClrType ?? column.ClrType;
        var kept = node.Deserialize(Nullable.GetUnderlyingType(type) ?? type, Json);
        return kept is null || converter is null ? kept : converter.ConvertFromProvider(kept);
    }
}
