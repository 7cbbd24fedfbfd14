using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MedtechBot.People;

/// <summary>A key by which another program acts. Only its hash is kept; a revoked one stays, since tickets name it.</summary>
public sealed class ApiKeyRow
{
    public required string Id { get; init; }
    public required string Name { get; init; }
    public required string NameKey { get; init; }
    public required string KeyHash { get; init; }
    public required Role Role { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? LastUsedAt { get; init; }
    public DateTimeOffset? RevokedAt { get; init; }

    /// <summary>As whom the key acts.</summary>
    public Person Person => new(Id, Person.KeyPrefix + Name, Role);
}

internal sealed class ApiKeyRowConfiguration : IEntityTypeConfiguration<ApiKeyRow>
{
    public void Configure(EntityTypeBuilder<ApiKeyRow> row)
    {
        row.ToTable("api_keys").HasKey(k => k.Id);
        row.Property(k => k.Id).HasMaxLength(40);
        row.Property(k => k.Name).HasMaxLength(64);
        row.Property(k => k.NameKey).HasMaxLength(128);
        row.Property(k => k.KeyHash).HasMaxLength(Secret.HashLength);
        row.Property(k => k.Role).HasConversion<string>().HasMaxLength(16);
        row.Ignore(k => k.Person);
        row.HasIndex(k => k.KeyHash).IsUnique();
        // One that works per name; a revoked one can be replaced under its name.
        row.HasIndex(k => k.NameKey).IsUnique().HasFilter("\"RevokedAt\" IS NULL");
    }
}
