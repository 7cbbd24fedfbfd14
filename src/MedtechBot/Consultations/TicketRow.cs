using MedtechBot.Channels;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MedtechBot.Consultations;

/// <summary>A ticket as lists need it; everything else is in its events. Written in the same transaction as they are.</summary>
public sealed class TicketRow
{
    public required string Number { get; init; }
    public required string ConversationId { get; init; }

    /// <summary>The form the ticket came by; one form of a conversation opens one ticket.</summary>
    public required string SubmissionId { get; init; }

    /// <summary>The beginning of the summary, on one line.</summary>
    public required string Headline { get; init; }

    public required DateTimeOffset OpenedAt { get; init; }
    public required DateTimeOffset ChangedAt { get; set; }
    public required TicketStatus Status { get; set; }
    public string? Holder { get; set; }
    public required int Version { get; set; }
}

internal sealed class TicketRowConfiguration : IEntityTypeConfiguration<TicketRow>
{
    public void Configure(EntityTypeBuilder<TicketRow> row)
    {
        row.ToTable("tickets").HasKey(t => t.Number);
        row.Property(t => t.Number).HasMaxLength(24);
        row.Property(t => t.ConversationId).HasMaxLength(64);
        row.Property(t => t.SubmissionId).HasMaxLength(64);
        row.Property(t => t.Headline).HasMaxLength(200);
        row.Property(t => t.Status).HasConversion<string>().HasMaxLength(16);
        row.Property(t => t.Holder).HasMaxLength(64);
        row.Property(t => t.Version).IsConcurrencyToken();
        row.HasIndex(t => new { t.ConversationId, t.SubmissionId }).IsUnique();
        row.HasIndex(t => new { t.Status, t.ChangedAt });
        row.HasOne<ConversationRow>().WithMany().HasForeignKey(t => t.ConversationId).OnDelete(DeleteBehavior.Restrict);
    }
}
