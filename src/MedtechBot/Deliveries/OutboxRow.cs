using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MedtechBot.Deliveries;

/// <summary>A message on its way out, written in the transaction of what caused it.</summary>
public sealed class OutboxRow
{
    public required string Id { get; init; }

    /// <summary>One of <see cref="OutboxKinds"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>Unique within the kind.</summary>
    public required string Key { get; init; }

    /// <summary>Where it goes; blanked with the payload once it arrived, since both may be personal.</summary>
    public required string Target { get; init; }

    public required string Payload { get; init; }

    /// <summary>The number of the ticket it tells of; null when it tells of none, and in rows of before this was kept.</summary>
    public string? Ticket { get; init; }

    /// <summary>The order within a target.</summary>
    public required long Position { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset NotBefore { get; init; }

    /// <summary>How often sending was begun, by whichever process.</summary>
    public int Attempts { get; init; }

    /// <summary>The <see cref="LeaseHolder"/> that is sending it now, or that died while it did.</summary>
    public string? LeaseHolder { get; init; }

    public DateTimeOffset? LeaseUntil { get; init; }

    /// <summary>An earlier try may have reached the receiver, so another one may be a repeat.</summary>
    public bool MayHaveArrived { get; init; }

    public DateTimeOffset? DoneAt { get; init; }
    public DateTimeOffset? GivenUpAt { get; init; }

    /// <summary>A short code of what went wrong last; never text of the receiver's.</summary>
    public string? LastFailure { get; init; }
}

internal sealed class OutboxRowConfiguration : IEntityTypeConfiguration<OutboxRow>
{
    // Almost every row is done; the indexes that are looked through hold only the others.
    private const string Waiting = "\"DoneAt\" IS NULL AND \"GivenUpAt\" IS NULL";

    public void Configure(EntityTypeBuilder<OutboxRow> row)
    {
        row.ToTable("outbox").HasKey(r => r.Id);
        row.Property(r => r.Id).HasMaxLength(32);
        row.Property(r => r.Kind).HasMaxLength(16);
        row.Property(r => r.Key).HasMaxLength(OutboxMessage.LongestKey);
        row.Property(r => r.Target).HasMaxLength(OutboxMessage.LongestTarget);
        row.Property(r => r.Ticket).HasMaxLength(24);
        // Who takes a message back fails when it has just been taken up.
        row.Property(r => r.LeaseHolder).HasMaxLength(LeaseHolder.Longest).IsConcurrencyToken();
        row.Property(r => r.LastFailure).HasMaxLength(DeliveryOutcome.LongestCode);
        row.HasIndex(r => new { r.Kind, r.Key }).IsUnique();
        row.HasIndex(r => new { r.Kind, r.Target, r.Position }).HasFilter(Waiting);
        row.HasIndex(r => r.DoneAt);
        row.HasIndex(r => r.Ticket).HasFilter("\"DoneAt\" IS NULL AND \"Ticket\" IS NOT NULL");
    }
}
