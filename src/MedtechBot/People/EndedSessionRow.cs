using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MedtechBot.People;

/// <summary>A session that somebody signed out of: a copy of its cookie opens nothing any more.</summary>
public sealed class EndedSessionRow
{
    public required string Id { get; init; }

    /// <summary>When every copy of the cookie has run out by itself.</summary>
    public required DateTimeOffset Until { get; init; }
}

internal sealed class EndedSessionRowConfiguration : IEntityTypeConfiguration<EndedSessionRow>
{
    public void Configure(EntityTypeBuilder<EndedSessionRow> row)
    {
        row.ToTable("ended_sessions").HasKey(s => s.Id);
        row.Property(s => s.Id).HasMaxLength(32);
        row.HasIndex(s => s.Until);
    }
}
