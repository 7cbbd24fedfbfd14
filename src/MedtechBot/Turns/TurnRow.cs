using MedtechBot.Answers;
using MedtechBot.Channels;
using MedtechBot.Knowledge;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MedtechBot.Turns;

/// <summary>A turn as it is kept: what was asked, how it was understood, what was answered from where.</summary>
public sealed class TurnRow
{
    public required string Id { get; init; }
    public required string ConversationId { get; init; }

    /// <summary>The sequence number of the question in its conversation; turns are in this order.</summary>
    public required int Sequence { get; init; }

    public required string Question { get; init; }
    public required string Understood { get; init; }
    public required List<string> PassageIds { get; init; }
    public required OutcomeKind Outcome { get; init; }
    public required string AnswerText { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>What later turns need to know of it.</summary>
    public PastTurn AsPast() => new(Question, Understood, [.. PassageIds.Select(id => new PassageId(id))], Outcome);
}

internal sealed class TurnRowConfiguration : IEntityTypeConfiguration<TurnRow>
{
    public void Configure(EntityTypeBuilder<TurnRow> row)
    {
        row.ToTable("turns").HasKey(t => t.Id);
        row.Property(t => t.Id).HasMaxLength(64);
        row.Property(t => t.ConversationId).HasMaxLength(64);
        row.Property(t => t.Outcome).HasConversion<string>().HasMaxLength(16);
        row.HasIndex(t => new { t.ConversationId, t.Sequence });
        row.HasOne<ConversationRow>().WithMany().HasForeignKey(t => t.ConversationId).OnDelete(DeleteBehavior.Cascade);
    }
}
