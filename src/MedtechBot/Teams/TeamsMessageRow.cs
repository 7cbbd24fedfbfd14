using MedtechBot.Channels;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MedtechBot.Teams;

/// <summary>How Teams calls a message of ours that it took: what a thumb or a pressed button there refers to, and what is changed in place.</summary>
public sealed class TeamsMessageRow
{
    /// <summary>That of the outbox row it left by.</summary>
    public required string Id { get; init; }

    public required string ConversationId { get; init; }

    /// <summary>The message's number in its conversation.</summary>
    public required int Sequence { get; init; }

    /// <summary>Which part of a long message, from 0.</summary>
    public required int Part { get; init; }

    /// <summary>The id that Teams gave it.</summary>
    public required string TeamsId { get; init; }

    /// <summary>The turn that it answers, for thumbs; null when there is nothing to rate.</summary>
    public string? TurnId { get; init; }

    public required DateTimeOffset At { get; init; }
}

internal sealed class TeamsMessageRowConfiguration : IEntityTypeConfiguration<TeamsMessageRow>
{
    public void Configure(EntityTypeBuilder<TeamsMessageRow> row)
    {
        row.ToTable("teams_messages").HasKey(m => m.Id);
        row.Property(m => m.Id).HasMaxLength(32);
        row.Property(m => m.ConversationId).HasMaxLength(64);
        row.Property(m => m.TeamsId).HasMaxLength(TeamsLengths.Activity);
        row.Property(m => m.TurnId).HasMaxLength(64);
        row.HasIndex(m => new { m.ConversationId, m.TeamsId });
        row.HasOne<ConversationRow>().WithMany().HasForeignKey(m => m.ConversationId).OnDelete(DeleteBehavior.Cascade);
    }
}
