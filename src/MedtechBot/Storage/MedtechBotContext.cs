using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace MedtechBot.Storage;

/// <summary>
/// The database. Each slice keeps its rows and their <see cref="IEntityTypeConfiguration{T}"/> in its own folder;
/// they are collected here from the assembly. One derived context for each kind of database holds its migrations;
/// everybody else asks for <see cref="IDbContextFactory{TContext}"/> of this one and does not care which it is.
/// </summary>
public abstract class MedtechBotContext(DbContextOptions options) : DbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(MedtechBotContext).Assembly);

    // Times are kept as UTC ticks so that every provider orders them alike.
    protected override void ConfigureConventions(ModelConfigurationBuilder configuration) =>
        configuration.Properties<DateTimeOffset>().HaveConversion<UtcTicks>();

    private sealed class UtcTicks() : ValueConverter<DateTimeOffset, long>(
        time => time.UtcTicks,
        ticks => new DateTimeOffset(ticks, TimeSpan.Zero));
}
