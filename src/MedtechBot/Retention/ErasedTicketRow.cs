using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MedtechBot.Retention;

/// <summary>What is left of a ticket whose asker had everything erased: that it was there, when, about what kind of thing, with which outcome.</summary>
public sealed class ErasedTicketRow
{
    public required string Number { get; init; }
    public required string Channel { get; init; }
    public required DateTimeOffset OpenedAt { get; init; }
    public required DateTimeOffset CompletedAt { get; init; }

    /// <summary>Empty when it had none.</summary>
    public required string Topic { get; init; }

    /// <summary>Empty when it had none.</summary>
    public required string Outcome { get; init; }
}

internal sealed class ErasedTicketRowConfiguration : IEntityTypeConfiguration<ErasedTicketRow>
{
    public void Configure(EntityTypeBuilder<ErasedTicketRow> row)
    {
        row.ToTable("erased_tickets").HasKey(t => t.Number);
        row.Property(t => t.Number).HasMaxLength(24);
        row.Property(t => t.Channel).HasMaxLength(32);
        row.Property(t => t.Topic).HasMaxLength(64);
        row.Property(t => t.Outcome).HasMaxLength(64);
        row.HasIndex(t => t.CompletedAt);
    }
}
