using Microsoft.EntityFrameworkCore;

namespace MedtechBot.Tests.Storage;

public sealed class MigrationsTests : IDisposable
{
    private readonly TemporaryDatabase _database = new();

    [Fact]
    public void The_migrations_lead_to_the_tables_of_the_model()
    {
        using var context = _database.CreateDbContext();

        Assert.False(context.Database.HasPendingModelChanges(), "Add a migration: build/Migrations says how.");
    }

    public void Dispose() => _database.Dispose();
}
