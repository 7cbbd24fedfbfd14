using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MedtechBot.People;

/// <summary>One line of the audit log: who did what to which ticket or person, and whether it was let happen. Never what was written.</summary>
public sealed class AuditRow
{
    public long Id { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>Null when nobody was signed in.</summary>
    public string? ActorId { get; init; }

    public string? ActorName { get; init; }

    /// <summary>A verb in the past tense: viewed, took, signed-in.</summary>
    public required string Action { get; init; }

    public string? Ticket { get; init; }
    public string? SubjectId { get; init; }
    public string? SubjectName { get; init; }
    public required AuditOutcome Outcome { get; init; }

    public static AuditRow Of(AuditEntry entry, DateTimeOffset at) => new()
    {
        At = at,
        ActorId = entry.By?.Id,
        ActorName = entry.By?.Name,
        Action = entry.Action,
        Ticket = entry.Ticket,
        SubjectId = entry.Subject is { Id.Length: > 0 } known ? known.Id : null,
        SubjectName = entry.Subject?.Name,
        Outcome = entry.Outcome,
    };
}

internal sealed class AuditRowConfiguration : IEntityTypeConfiguration<AuditRow>
{
    public void Configure(EntityTypeBuilder<AuditRow> row)
    {
        row.ToTable("audit_log").HasKey(a => a.Id);
        row.Property(a => a.ActorId).HasMaxLength(40);
        row.Property(a => a.ActorName).HasMaxLength(64);
        row.Property(a => a.Action).HasMaxLength(AuditEntry.LongestAction);
        row.Property(a => a.Ticket).HasMaxLength(24);
        row.Property(a => a.SubjectId).HasMaxLength(40);
        row.Property(a => a.SubjectName).HasMaxLength(64);
        row.Property(a => a.Outcome).HasConversion<string>().HasMaxLength(16);
        row.HasIndex(a => new { a.Ticket, a.Id });
        row.HasIndex(a => new { a.ActorId, a.Id });
        row.HasIndex(a => new { a.SubjectId, a.Id });
    }
}
