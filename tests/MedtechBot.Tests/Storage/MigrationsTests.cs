using MedtechBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace MedtechBot.Tests.Storage;

public sealed class MigrationsTests
{
    // Exports say by that name which tables they were taken from.
    [Fact]
    public void The_newest_migration_has_the_same_name_for_every_kind_of_database()
    {
        var newest = new[] { "Data Source=never-opened.db", "Host=never-asked" }.Select(text =>
        {
            Assert.True(DatabaseAddress.TryParse(text, out var address));
            using var context = new Database(address).CreateDbContext();
            return context.Database.GetMigrations().Last().Split('_', 2)[1];
        });

        Assert.Single(newest.Distinct());
    }

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
