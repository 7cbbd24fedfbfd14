using MedtechBot.Consultations;
using MedtechBot.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MedtechBot.Repeats;

/// <summary>What a program was answered, so that it gets the same when it asks again under the same key.</summary>
public sealed class KeptAnswerRow
{
    /// <summary>The API key that asked: one program's keys mean nothing to another.</summary>
    public required string ApiKeyId { get; init; }

    public required string RepeatKey { get; init; }
    public required string RequestHash { get; init; }
    public required DateTimeOffset StartedAt { get; set; }

    /// <summary>Null while the first is still being worked on.</summary>
    public int? Status { get; set; }

    public string? Body { get; set; }
    public string? Location { get; set; }

    /// <summary>The ticket that the body shows; when it is erased, the body goes with it.</summary>
    public string? Ticket { get; set; }
}

internal sealed class KeptAnswerRowConfiguration : IEntityTypeConfiguration<KeptAnswerRow>
{
    public void Configure(EntityTypeBuilder<KeptAnswerRow> row)
    {
        row.ToTable("kept_answers").HasKey(a => new { a.ApiKeyId, a.RepeatKey });
        row.Property(a => a.ApiKeyId).HasMaxLength(40);
        row.Property(a => a.RepeatKey).HasMaxLength(RepeatableRequest.LongestKey);
        row.Property(a => a.RequestHash).HasMaxLength(Secret.HashLength);
        row.Property(a => a.Location).HasMaxLength(200);
        row.Property(a => a.Ticket).HasMaxLength(24);
        row.HasIndex(a => a.StartedAt);
        row.HasIndex(a => a.Ticket);
        row.HasOne<TicketRow>().WithMany().HasForeignKey(a => a.Ticket).OnDelete(DeleteBehavior.Cascade);
    }
}
