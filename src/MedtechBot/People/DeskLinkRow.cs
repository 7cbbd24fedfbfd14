using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MedtechBot.People;

/// <summary>A link that lets one person in once. Only the token's hash is kept, so the database opens nothing.</summary>
public sealed class DeskLinkRow
{
    public required string TokenHash { get; init; }

    /// <summary>What somebody new becomes.</summary>
    public required Role Role { get; init; }

    /// <summary>Null when whoever opens it says their name.</summary>
    public string? Name { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }
    public DateTimeOffset? UsedAt { get; init; }
}

internal sealed class DeskLinkRowConfiguration : IEntityTypeConfiguration<DeskLinkRow>
{
    public void Configure(EntityTypeBuilder<DeskLinkRow> row)
    {
        row.ToTable("desk_links").HasKey(l => l.TokenHash);
        row.Property(l => l.TokenHash).HasMaxLength(Secret.HashLength);
        row.Property(l => l.Role).HasConversion<string>().HasMaxLength(16);
        row.Property(l => l.Name).HasMaxLength(64);
    }
}
