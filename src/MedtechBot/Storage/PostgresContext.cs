using Microsoft.EntityFrameworkCore;

namespace MedtechBot.Storage;

/// <summary>The database on a PostgreSQL server. Its migrations lie in <c>Migrations/Postgres</c>.</summary>
public sealed class PostgresContext(DbContextOptions<PostgresContext> options) : MedtechBotContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        var texts = modelBuilder.Model.GetEntityTypes().SelectMany(e => e.GetProperties())
            .Where(p => (p.GetProviderClrType() ?? p.GetValueConverter()?.ProviderClrType ?? p.ClrType) == typeof(string));
        foreach (var text in texts)
        {
            // As SQLite does it: lengths are for the doors to check, and text is ordered by its characters, not by the server's language.
            text.SetColumnType("text");
            text.SetCollation("C");
        }
    }
}
