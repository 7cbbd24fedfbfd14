using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MedtechBot.Retention;

/// <summary>What is left of deleted conversations and tickets: how many of a kind there were in a month.</summary>
public sealed class MonthlyCountRow
{
    /// <summary>The month in Japan, YYYY-MM.</summary>
    public required string Month { get; init; }

    /// <summary>One of <see cref="CountedThings"/>.</summary>
    public required string Thing { get; init; }

    public required string Channel { get; init; }

    /// <summary>How a turn or a ticket ended, or the thumb; empty when that is not known.</summary>
    public required string Outcome { get; init; }

    /// <summary>What a ticket was about; empty for everything else.</summary>
    public required string Topic { get; init; }

    public required int Number { get; init; }
}

/// <summary>What is counted. The names in the database never change.</summary>
public static class CountedThings
{
    public const string Conversation = "conversation";
    public const string Turn = "turn";
    public const string Thumb = "thumb";
    public const string Ticket = "ticket";
}

internal sealed class MonthlyCountRowConfiguration : IEntityTypeConfiguration<MonthlyCountRow>
{
    public void Configure(EntityTypeBuilder<MonthlyCountRow> row)
    {
        row.ToTable("monthly_counts").HasKey(c => new { c.Month, c.Thing, c.Channel, c.Outcome, c.Topic });
        row.Property(c => c.Month).HasMaxLength(7);
        row.Property(c => c.Thing).HasMaxLength(16);
        row.Property(c => c.Channel).HasMaxLength(32);
        row.Property(c => c.Outcome).HasMaxLength(64);
        row.Property(c => c.Topic).HasMaxLength(64);
    }
}
