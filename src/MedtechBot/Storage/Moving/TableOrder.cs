using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace MedtechBot.Storage.Moving;

/// <summary>The tables in an order in which rows can be put in: what others refer to comes first.</summary>
internal static class TableOrder
{
    public static IReadOnlyList<T> Of<T>(IEnumerable<T> types)
        where T : class, IReadOnlyEntityType
    {
        // By name where the order is free, so that it is the same for every database.
        var waiting = types.OrderBy(t => t.GetTableName(), StringComparer.Ordinal).ToList();
        var ordered = new List<T>();
        while (waiting.Count > 0)
        {
            var next = waiting.Find(type => type.GetForeignKeys().All(k => !waiting.Contains(k.PrincipalEntityType)))
                ?? throw new InvalidOperationException($"Tables that refer to themselves or in a circle cannot be moved: {string.Join(", ", waiting.Select(t => t.GetTableName()))}.");
            waiting.Remove(next);
            ordered.Add(next);
        }
        return ordered;
    }
}
