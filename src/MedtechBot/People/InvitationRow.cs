using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MedtechBot.People;

/// <summary>A link that lets one person make their account, or choose a new password for the one they have.</summary>
public sealed class InvitationRow
{
    /// <summary>Names the invitation in lists; the token opens it.</summary>
    public required string Id { get; init; }

    public required string TokenHash { get; init; }
    public required Role Role { get; init; }

    /// <summary>Null when the invited person chooses.</summary>
    public string? Name { get; init; }

    public string? Email { get; init; }
    public string? Region { get; init; }

    /// <summary>What an expert is asked about, one a line.</summary>
    public string Fields { get; init; } = "";

    /// <summary>The account it is for; null until there is one.</summary>
    public string? PersonId { get; init; }

    public required string InvitedBy { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset ExpiresAt { get; init; }
    public DateTimeOffset? UsedAt { get; init; }
    public DateTimeOffset? RevokedAt { get; init; }
}

internal sealed class InvitationRowConfiguration : IEntityTypeConfiguration<InvitationRow>
{
    public void Configure(EntityTypeBuilder<InvitationRow> row)
    {
        row.ToTable("invitations").HasKey(i => i.Id);
        row.Property(i => i.Id).HasMaxLength(32);
        row.Property(i => i.TokenHash).HasMaxLength(Secret.HashLength);
        row.Property(i => i.Role).HasConversion<string>().HasMaxLength(16);
        row.Property(i => i.Name).HasMaxLength(64);
        row.Property(i => i.Email).HasMaxLength(254);
        row.Property(i => i.Region).HasMaxLength(PersonRow.LongestRegion);
        row.Property(i => i.Fields).HasMaxLength(PersonRow.LongestFields);
        row.Property(i => i.PersonId).HasMaxLength(32);
        row.Property(i => i.InvitedBy).HasMaxLength(64);
        row.HasIndex(i => i.TokenHash).IsUnique();
        row.HasIndex(i => i.ExpiresAt);
        row.HasOne<PersonRow>().WithMany().HasForeignKey(i => i.PersonId).OnDelete(DeleteBehavior.Cascade);
    }
}
