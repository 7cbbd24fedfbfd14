using MedtechBot.Channels;
using MedtechBot.Consultations;
using MedtechBot.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MedtechBot.LearningFromUse;

/// <summary>How it became known that a passage answers a question. The names in the database never change.</summary>
public enum ConfirmedBy
{
    /// <summary>The asker found the answer helpful that quotes it first.</summary>
    Thumb,

    /// <summary>The asker said that a coordinator's reply that cites it settled the matter.</summary>
    Solved,

    /// <summary>Somebody at the desk cited it in a reply.</summary>
    Link,
}

public enum LearnedStatus
{
    Counts,

    /// <summary>More than the caps let count by themselves: somebody at the desk has to look.</summary>
    Held,

    /// <summary>Somebody at the desk took it out; confirming it again does not bring it back.</summary>
    Removed,
}

/// <summary>One confirmation that a passage answers a question. Belongs to the conversation that the question came out of and goes with it.</summary>
public sealed class LearnedQuestionRow
{
    /// <summary>Made of what confirmed it and the passage: the same thing confirms once.</summary>
    public required string Id { get; init; }

    public required string ConversationId { get; init; }

    /// <summary>The number of the ticket it came by; null for a thumb.</summary>
    public string? Ticket { get; init; }

    /// <summary>The turn with the thumb; null for a ticket.</summary>
    public string? TurnId { get; init; }

    public required string PassageId { get; init; }
    public required string Question { get; init; }

    /// <summary>The same for questions that differ in nothing but width, case, spaces and marks.</summary>
    public required string QuestionKey { get; init; }

    public required ConfirmedBy ConfirmedBy { get; init; }

    /// <summary>A hash of whoever confirmed it, for counting against the caps alone.</summary>
    public required string Who { get; init; }

    public required DateTimeOffset At { get; init; }
    public required DateTimeOffset ChangedAt { get; set; }
    public required LearnedStatus Status { get; set; }

    /// <summary>Who at the desk removed or restored it; null when nobody did.</summary>
    public string? DecidedBy { get; set; }

    /// <summary>Since when the knowledge has no such passage, as the daily deletion sees it.</summary>
    public DateTimeOffset? GoneSince { get; set; }
}

internal sealed class LearnedQuestionRowConfiguration : IEntityTypeConfiguration<LearnedQuestionRow>
{
    public void Configure(EntityTypeBuilder<LearnedQuestionRow> row)
    {
        row.ToTable("learned_questions").HasKey(q => q.Id);
        row.Property(q => q.Id).HasMaxLength(Secret.HashLength);
        row.Property(q => q.ConversationId).HasMaxLength(64);
        row.Property(q => q.Ticket).HasMaxLength(24);
        row.Property(q => q.TurnId).HasMaxLength(64);
        row.Property(q => q.PassageId).HasMaxLength(ConfirmationRules.LongestPassageId);
        row.Property(q => q.Question).HasMaxLength(ConfirmationRules.LongestQuestion);
        row.Property(q => q.QuestionKey).HasMaxLength(Secret.HashLength);
        row.Property(q => q.ConfirmedBy).HasConversion<string>().HasMaxLength(16);
        row.Property(q => q.Who).HasMaxLength(Secret.HashLength);
        row.Property(q => q.Status).HasConversion<string>().HasMaxLength(16);
        row.Property(q => q.DecidedBy).HasMaxLength(64);
        row.HasIndex(q => new { q.PassageId, q.QuestionKey });
        row.HasIndex(q => new { q.Who, q.At });
        row.HasIndex(q => new { q.Status, q.At });
        row.HasIndex(q => q.ConversationId);
        row.HasIndex(q => q.Ticket);
        row.HasIndex(q => q.TurnId);
        row.HasOne<ConversationRow>().WithMany().HasForeignKey(q => q.ConversationId).OnDelete(DeleteBehavior.Cascade);
        row.HasOne<TicketRow>().WithMany().HasForeignKey(q => q.Ticket).OnDelete(DeleteBehavior.Cascade);
    }
}
