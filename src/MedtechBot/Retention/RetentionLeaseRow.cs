using MedtechBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MedtechBot.Retention;

/// <summary>Which process deletes at the moment. A process that is killed holds it no longer than <see cref="Lasts"/>.</summary>
public sealed class RetentionLeaseRow
{
    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(10);

    private const int TheOnlyOne = 1;

    public required int Id { get; init; }
    public required string Holder { get; init; }
    public required DateTimeOffset Until { get; init; }

    /// <summary>Takes or prolongs the lease; false while somebody else holds it.</summary>
    internal static async Task<bool> TakeAsync(MedtechBotContext context, string holder, DateTimeOffset now, CancellationToken cancellation)
    {
        var (ticks, until) = (now.UtcTicks, (now + Lasts).UtcTicks);
        return await context.Database.ExecuteSqlAsync($"""
            INSERT INTO retention_lease ("Id", "Holder", "Until") VALUES ({TheOnlyOne}, {holder}, {until})
            ON CONFLICT ("Id") DO UPDATE SET "Holder" = excluded."Holder", "Until" = excluded."Until"
            WHERE retention_lease."Until" < {ticks} OR retention_lease."Holder" = excluded."Holder"
            """, cancellation) == 1;
    }

    internal static Task GiveBackAsync(MedtechBotContext context, string holder, CancellationToken cancellation) =>
        context.Set<RetentionLeaseRow>().Where(l => l.Holder == holder).ExecuteDeleteAsync(cancellation);
}

internal sealed class RetentionLeaseRowConfiguration : IEntityTypeConfiguration<RetentionLeaseRow>
{
    public void Configure(EntityTypeBuilder<RetentionLeaseRow> row)
    {
        row.ToTable("retention_lease").HasKey(l => l.Id);
        row.Property(l => l.Id).ValueGeneratedNever();
        row.Property(l => l.Holder).HasMaxLength(64);
    }
}
