using MedtechBot.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MedtechBot.Teams.Coordinators;

/// <summary>Who an account of the desk is in Teams: one person there for one account here.</summary>
public sealed class TeamsLinkRow
{
    public required string PersonId { get; init; }
    public required string TenantId { get; init; }
    public required string AadObjectId { get; init; }
    public required string UserId { get; init; }
    public required DateTimeOffset At { get; init; }
}

/// <summary>A code that ties an account to whoever says it to the bot. Only its hash is kept, and only until it is used or ends.</summary>
public sealed class TeamsCodeRow
{
    /// <summary>Whom it is for; each has one at most.</summary>
    public required string PersonId { get; init; }

    public required string CodeHash { get; init; }
    public required DateTimeOffset ExpiresAt { get; init; }
}

internal sealed class TeamsLinkRowConfiguration : IEntityTypeConfiguration<TeamsLinkRow>, IEntityTypeConfiguration<TeamsCodeRow>
{
    public void Configure(EntityTypeBuilder<TeamsLinkRow> row)
    {
        row.ToTable("teams_links").HasKey(l => l.PersonId);
        row.Property(l => l.PersonId).HasMaxLength(32);
        row.Property(l => l.TenantId).HasMaxLength(TeamsLengths.Name);
        row.Property(l => l.AadObjectId).HasMaxLength(TeamsLengths.Name);
        row.Property(l => l.UserId).HasMaxLength(TeamsLengths.Account);
        row.HasIndex(l => new { l.TenantId, l.AadObjectId }).IsUnique();
        row.HasOne<PersonRow>().WithOne().HasForeignKey<TeamsLinkRow>(l => l.PersonId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<TeamsCodeRow> row)
    {
        row.ToTable("teams_codes").HasKey(c => c.PersonId);
        row.Property(c => c.PersonId).HasMaxLength(32);
        row.Property(c => c.CodeHash).HasMaxLength(Secret.HashLength);
        row.HasIndex(c => c.CodeHash).IsUnique();
        row.HasOne<PersonRow>().WithOne().HasForeignKey<TeamsCodeRow>(c => c.PersonId).OnDelete(DeleteBehavior.Cascade);
    }
}
