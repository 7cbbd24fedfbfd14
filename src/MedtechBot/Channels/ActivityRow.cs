using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MedtechBot.Channels;

/// <summary>One entry of a conversation as it is kept: numbered without gaps from 0, in no channel's shape.</summary>
public sealed class ActivityRow
{
    public required string ConversationId { get; init; }
    public required int Sequence { get; init; }
    public required string ActivityId { get; init; }
    public string? DeliveryKey { get; init; }
    public required DateTimeOffset At { get; init; }
    public required Speaker Kind { get; init; }

    /// <summary>An <see cref="IncomingMessage"/> when the asker speaks, otherwise an <see cref="OutgoingMessage"/>.</summary>
    public required string Json { get; init; }
}

internal sealed class ActivityRowConfiguration : IEntityTypeConfiguration<ActivityRow>
{
    public void Configure(EntityTypeBuilder<ActivityRow> row)
    {
        row.ToTable("activities").HasKey(a => new { a.ConversationId, a.Sequence });
        row.Property(a => a.ConversationId).HasMaxLength(64);
        row.Property(a => a.ActivityId).HasMaxLength(80);
        row.Property(a => a.DeliveryKey).HasMaxLength(200);
        row.Property(a => a.Kind).HasConversion<string>().HasMaxLength(16);
        row.HasIndex(a => new { a.ConversationId, a.DeliveryKey }).IsUnique();
        row.HasOne<ConversationRow>().WithMany().HasForeignKey(a => a.ConversationId).OnDelete(DeleteBehavior.Cascade);
    }
}
