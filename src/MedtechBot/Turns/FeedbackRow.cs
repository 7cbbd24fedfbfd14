using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MedtechBot.Turns;

public enum Reaction { Up, Down }

/// <summary>Whoever learns from thumbs hears of each that was kept, and of each that was taken back.</summary>
/// <param name="thumb">Null when it was taken back.</param>
public delegate Task ThumbFollower(string turnId, Reaction? thumb, CancellationToken cancellation);

/// <summary>The asker's thumb on one turn; the last one counts.</summary>
public sealed class FeedbackRow
{
    public required string TurnId { get; init; }
    public required Reaction Reaction { get; set; }
    public required DateTimeOffset At { get; set; }

    /// <summary>What the asker wrote with the thumb, without personal data.</summary>
    public string? Comment { get; set; }
}

internal sealed class FeedbackRowConfiguration : IEntityTypeConfiguration<FeedbackRow>
{
    internal const int LongestComment = 2_000;

    public void Configure(EntityTypeBuilder<FeedbackRow> row)
    {
        row.ToTable("feedback").HasKey(f => f.TurnId);
        row.Property(f => f.TurnId).HasMaxLength(64);
        row.Property(f => f.Reaction).HasConversion<string>().HasMaxLength(8);
        row.Property(f => f.Comment).HasMaxLength(LongestComment);
        row.HasOne<TurnRow>().WithOne().HasForeignKey<FeedbackRow>(f => f.TurnId).OnDelete(DeleteBehavior.Cascade);
    }
}
