using MedtechBot.Consultations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MedtechBot.Coordination;

/// <summary>A reply on its way to the asker (the outbox): written with the reply, marked once it stands in the conversation.</summary>
public sealed class PendingReplyRow
{
    public required string ReplyId { get; init; }
    public required string Number { get; init; }
    public required int EventSequence { get; init; }
    public required DateTimeOffset WrittenAt { get; init; }
    public DateTimeOffset? DeliveredAt { get; init; }

    public static PendingReplyRow Of(Ticket ticket, ReplyWritten reply) => new()
    {
        ReplyId = reply.ReplyId,
        Number = ticket.Number.Value,
        EventSequence = ticket.Version,
        WrittenAt = reply.At,
    };
}

internal sealed class PendingReplyRowConfiguration : IEntityTypeConfiguration<PendingReplyRow>
{
    public void Configure(EntityTypeBuilder<PendingReplyRow> row)
    {
        row.ToTable("pending_replies").HasKey(r => new { r.Number, r.EventSequence });
        row.Property(r => r.ReplyId).HasMaxLength(64);
        row.Property(r => r.Number).HasMaxLength(24);
        row.HasIndex(r => r.DeliveredAt);
        row.HasOne<TicketEventRow>().WithMany().HasForeignKey(r => new { r.Number, r.EventSequence }).OnDelete(DeleteBehavior.Cascade);
    }
}
