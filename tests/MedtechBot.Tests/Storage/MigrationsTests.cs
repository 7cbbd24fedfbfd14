using MedtechBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace MedtechBot.Tests.Storage;

public sealed class MigrationsTests
{
    [Theory]
    [InlineData("Data Source=never-opened.db")]
    [InlineData("Host=never-asked")]
    public void The_migrations_lead_to_the_tables_of_the_model(string connectionString)
    {
        Assert.True(DatabaseAddress.TryParse(connectionString, out var address));
        using var context = new Database(address).CreateDbContext();

        Assert.NotEmpty(context.Database.GetMigrations());
        Assert.False(context.Database.HasPendingModelChanges(), "Add a migration: build/Migrations/add does it.");
    }
}
