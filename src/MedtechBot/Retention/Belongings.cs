using MedtechBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace MedtechBot.Retention;

/// <summary>
/// Everything that belongs to a row: what points to it by foreign keys, over any number of tables. Read from the model, so that a table
/// added later is not forgotten.
/// </summary>
internal static class Belongings
{
    /// <summary>Deletes the row with the given key and all that belongs to it, what depends on others first.</summary>
    public static async Task DeleteAsync<TRoot>(MedtechBotContext context, string key, CancellationToken cancellation)
        where TRoot : class
    {
        foreach (var statement in Statements(context, typeof(TRoot)))
        {
            await context.Database.ExecuteSqlRawAsync(statement, [key], cancellation);
        }
    }

    /// <summary>The tables of the rows that belong to a row of this type, itself included.</summary>
    public static IReadOnlyList<IEntityType> Tables(IModel model, Type root)
    {
        var order = new List<IEntityType>();
        Visit(model.FindEntityType(root)!, order);
        return order;
    }

    private static IEnumerable<string> Statements(MedtechBotContext context, Type root)
    {
        var sql = context.GetService<ISqlGenerationHelper>();
        var tables = Tables(context.Model, root);
        return tables.Select(table => $"DELETE FROM {Name(sql, table)} WHERE {Condition(sql, table, tables)}");
    }

    // The root is the last in the list; every other table is there because it points to one that comes after it.
    private static string Condition(ISqlGenerationHelper sql, IEntityType table, IReadOnlyList<IEntityType> tables)
    {
        if (table == tables[^1])
        {
            return $"{Columns(sql, table.FindPrimaryKey()!.Properties)} = {{0}}";
        }
        return string.Join(" OR ", table.GetForeignKeys()
            .Where(key => Binds(key) && tables.Contains(key.PrincipalEntityType))
            .Select(key => $"{Columns(sql, key.Properties)} IN (SELECT {Columns(sql, key.PrincipalKey.Properties).Trim('(', ')')} "
                + $"FROM {Name(sql, key.PrincipalEntityType)} WHERE {Condition(sql, key.PrincipalEntityType, tables)})"));
    }

    private static void Visit(IEntityType table, List<IEntityType> order)
    {
        foreach (var key in table.GetReferencingForeignKeys().Where(Binds))
        {
            if (!order.Contains(key.DeclaringEntityType))
            {
                Visit(key.DeclaringEntityType, order);
            }
        }
        order.Add(table);
    }

    // A key that is emptied when its row goes leaves a row that stands by itself.
    private static bool Binds(IForeignKey key) =>
        key.DeleteBehavior is not (DeleteBehavior.SetNull or DeleteBehavior.ClientSetNull) && key.DeclaringEntityType != key.PrincipalEntityType;

    private static string Name(ISqlGenerationHelper sql, IEntityType table) => sql.DelimitIdentifier(table.GetTableName()!, table.GetSchema());

    private static string Columns(ISqlGenerationHelper sql, IReadOnlyList<IProperty> properties)
    {
        var names = string.Join(", ", properties.Select(p => sql.DelimitIdentifier(p.GetColumnName())));
        return properties.Count == 1 ? names : $"({names})";
    }
}
