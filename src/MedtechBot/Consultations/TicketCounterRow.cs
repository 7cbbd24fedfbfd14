using MedtechBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MedtechBot.Consultations;

/// <summary>The last number given out in a year.</summary>
public sealed class TicketCounterRow
{
    public required int Year { get; init; }
    public required int Last { get; set; }

    /// <summary>
    /// The next number of the year. The database counts, so several hosts never give out the same one; the caller's transaction
    /// decides whether it is used, so a number that was not committed is a gap at most.
    /// </summary>
    internal static async Task<TicketNumber> NextAsync(MedtechBotContext context, int year, CancellationToken cancellation)
    {
        // Both SQLite and PostgreSQL speak this; the row stays locked until the transaction ends.
        var last = await context.Database.SqlQuery<int>($"""
            INSERT INTO ticket_counters ("Year", "Last") VALUES ({year}, 1)
            ON CONFLICT ("Year") DO UPDATE SET "Last" = ticket_counters."Last" + 1
            RETURNING "Last" AS "Value"
            """).ToListAsync(cancellation);
        return TicketNumber.Of(year, last.Single());
    }
}

internal sealed class TicketCounterRowConfiguration : IEntityTypeConfiguration<TicketCounterRow>
{
    public void Configure(EntityTypeBuilder<TicketCounterRow> row)
    {
        row.ToTable("ticket_counters").HasKey(c => c.Year);
        row.Property(c => c.Year).ValueGeneratedNever();
    }
}
