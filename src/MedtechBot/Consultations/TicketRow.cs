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
    public required string Headline { get; set; }

    public required DateTimeOffset OpenedAt { get; init; }
    public DateTimeOffset ChangedAt { get; set; }
    public TicketStatus Status { get; set; }
    public string? Holder { get; set; }
    public int Version { get; set; }

    /// <summary>The code of the first of its topics.</summary>
    public string? Topic { get; set; }

    public string? Urgency { get; set; }
    public string? Desk { get; set; }
    public string? Region { get; set; }
    public bool IsConfidential { get; set; }
    public TicketOutcome? Outcome { get; set; }

    /// <summary>When the first reply is promised; null once it was given, or while the asker is waited for.</summary>
    public DateTimeOffset? DueAt { get; set; }

    public DateTimeOffset? FirstReplyAt { get; set; }
    public DateTimeOffset? ClosedAt { get; set; }

    /// <summary>When the asker wrote something that nobody has answered yet.</summary>
    public DateTimeOffset? AskerWroteAt { get; set; }

    /// <summary>Since when the asker is waited for; null while they are not.</summary>
    public DateTimeOffset? WaitingSince { get; set; }

    /// <summary>When it was marked as standing still; null once something was done.</summary>
    public DateTimeOffset? StaleAt { get; set; }

    /// <summary>When its promises are to be looked at next; null once it is closed, and in rows of before this was kept.</summary>
    public DateTimeOffset? LookAt { get; set; }

    /// <summary>Where it stands among what is to be done, see <see cref="TicketOrder"/>; 0 in rows of before this was kept.</summary>
    public long Place { get; set; }

    /// <summary>Takes over what lists show of the ticket.</summary>
    /// <param name="triage">Null where nothing is promised.</param>
    internal void Mirror(Ticket ticket, DeskTriage? triage, DateTimeOffset now)
    {
        (Status, Holder, Version, ChangedAt) = (ticket.Status, ticket.Holder, ticket.Version, ticket.History[^1].At);
        (Topic, Urgency, Desk, Region) = (ticket.Route?.Topics.FirstOrDefault(), ticket.Route?.Urgency, ticket.Route?.Desk, ticket.Route?.Region);
        (IsConfidential, Outcome, FirstReplyAt, ClosedAt) = (ticket.Details.IsConfidential, ticket.Outcome, ticket.FirstReplyAt, ticket.ClosedAt);
        (DueAt, LookAt, StaleAt) = (triage?.DueAt(ticket, now), triage?.LookAt(ticket, now), ticket.StaleAt());
        WaitingSince = ticket.Phases()[^1] is { Move: MoveOf.Asker } waiting ? waiting.From : null;
        AskerWroteAt = ticket.IsClosed ? null
            : ticket.History.LastOrDefault(e => e is AskerWrote or ReplyWritten or AskedBack) is AskerWrote unanswered ? unanswered.At : null;
        Place = TicketOrder.PlaceOf(this);
    }
}

/// <summary>An expert who may read a ticket.</summary>
public sealed class TicketShareRow
{
    public required string Number { get; init; }
    public required string Person { get; init; }
}

internal sealed class TicketRowConfiguration : IEntityTypeConfiguration<TicketRow>, IEntityTypeConfiguration<TicketShareRow>
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
        row.Property(t => t.Topic).HasMaxLength(40);
        row.Property(t => t.Urgency).HasMaxLength(16);
        row.Property(t => t.Desk).HasMaxLength(120);
        row.Property(t => t.Region).HasMaxLength(40);
        row.Property(t => t.Outcome).HasConversion<string>().HasMaxLength(16);
        row.HasIndex(t => new { t.ConversationId, t.SubmissionId }).IsUnique();
        row.HasIndex(t => new { t.Status, t.ChangedAt });
        row.HasIndex(t => t.DueAt);
        row.HasIndex(t => t.LookAt).HasFilter("\"ClosedAt\" IS NULL");
        // In the order of the lists, so that a page of one is read and not all tickets of many years.
        row.HasIndex(t => new { t.ClosedAt, t.OpenedAt, t.Number });
        row.HasIndex(t => new { t.OpenedAt, t.Number });
        row.HasIndex(t => new { t.Region, t.OpenedAt, t.Number });
        row.HasIndex(t => new { t.Topic, t.OpenedAt, t.Number });
        row.HasIndex(t => t.ChangedAt);
        row.HasIndex(t => new { t.ClosedAt, t.Place, t.OpenedAt, t.Number });
        row.HasOne<ConversationRow>().WithMany().HasForeignKey(t => t.ConversationId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<TicketShareRow> row)
    {
        row.ToTable("ticket_shares").HasKey(s => new { s.Number, s.Person });
        row.Property(s => s.Number).HasMaxLength(24);
        row.Property(s => s.Person).HasMaxLength(64);
        row.HasIndex(s => s.Person);
        row.HasOne<TicketRow>().WithMany().HasForeignKey(s => s.Number).OnDelete(DeleteBehavior.Cascade);
    }
}
