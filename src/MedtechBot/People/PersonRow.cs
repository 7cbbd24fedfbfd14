using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MedtechBot.People;

/// <summary>An account at the desk. It is disabled, never deleted: tickets go on naming it.</summary>
public sealed class PersonRow
{
    public const int LongestRegion = 60;
    public const int LongestFields = 2_000;

    public required string Id { get; init; }

    /// <summary>Never changes.</summary>
    public required string Name { get; init; }

    public required string NameKey { get; init; }
    public required Role Role { get; set; }

    /// <summary>In small letters.</summary>
    public string? Email { get; set; }

    /// <summary>Wants no mail about what happens at the desk.</summary>
    public bool MailIsOff { get; set; }

    public string? Region { get; set; }

    /// <summary>What an expert is asked about, one a line.</summary>
    public string Fields { get; set; } = "";

    /// <summary>Who the person is to Entra ID and Teams.</summary>
    public string? AadObjectId { get; set; }

    public string? PasswordHash { get; set; }

    /// <summary>Changing it ends every session.</summary>
    public required string SecurityStamp { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? DisabledAt { get; set; }

    public Person Person => new(Id, Name, Role);

    public static PersonRow New(PersonName name, Role role, DateTimeOffset at) => new()
    {
        Id = Secret.NextId(),
        Name = name.Value,
        NameKey = name.Key,
        Role = role,
        SecurityStamp = Secret.NextId(),
        CreatedAt = at,
    };
}

internal sealed class PersonRowConfiguration : IEntityTypeConfiguration<PersonRow>
{
    public void Configure(EntityTypeBuilder<PersonRow> row)
    {
        row.ToTable("people").HasKey(p => p.Id);
        row.Property(p => p.Id).HasMaxLength(32);
        row.Property(p => p.Name).HasMaxLength(64);
        row.Property(p => p.NameKey).HasMaxLength(128);
        row.Property(p => p.Role).HasConversion<string>().HasMaxLength(16);
        row.Property(p => p.Email).HasMaxLength(254);
        row.Property(p => p.Region).HasMaxLength(PersonRow.LongestRegion);
        row.Property(p => p.Fields).HasMaxLength(PersonRow.LongestFields);
        row.Property(p => p.AadObjectId).HasMaxLength(64);
        row.Property(p => p.PasswordHash).HasMaxLength(256);
        row.Property(p => p.SecurityStamp).HasMaxLength(32);
        row.HasIndex(p => p.NameKey).IsUnique();
        row.HasIndex(p => p.Email).IsUnique();
        row.HasIndex(p => p.AadObjectId).IsUnique();
        row.Ignore(p => p.Person);
    }
}
