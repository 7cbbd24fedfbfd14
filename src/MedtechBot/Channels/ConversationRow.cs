using MedtechBot.Answers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MedtechBot.Channels;

/// <summary>One conversation of one asker. Knowing its id does not admit anybody; the asker or a token bound to it does.</summary>
public sealed class ConversationRow
{
    public required string Id { get; init; }
    public required string AskerId { get; init; }

    /// <summary>One of <see cref="ChannelNames"/>.</summary>
    public required string Channel { get; init; }

    /// <summary>What the person chose; null lets each message decide.</summary>
    public Language? Language { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }
}

public static class ChannelNames
{
    public const string DirectLine = "directline";
    public const string Quick = "quick";
    public const string Teams = "msteams";
}

internal sealed class ConversationRowConfiguration : IEntityTypeConfiguration<ConversationRow>
{
    public void Configure(EntityTypeBuilder<ConversationRow> row)
    {
        row.ToTable("conversations").HasKey(c => c.Id);
        row.Property(c => c.Id).HasMaxLength(64);
        row.Property(c => c.AskerId).HasMaxLength(64);
        row.Property(c => c.Channel).HasMaxLength(32);
        row.Property(c => c.Language).HasConversion<string>().HasMaxLength(16);
        row.HasIndex(c => new { c.AskerId, c.CreatedAt });
    }
}
