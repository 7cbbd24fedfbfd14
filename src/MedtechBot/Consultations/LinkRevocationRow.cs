using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MedtechBot.Consultations;

/// <summary>Private links of a ticket that were made before this moment open nothing any more.</summary>
public sealed class LinkRevocationRow
{
    public required string Number { get; init; }
    public required DateTimeOffset Before { get; set; }
}

internal sealed class LinkRevocationRowConfiguration : IEntityTypeConfiguration<LinkRevocationRow>
{
    public void Configure(EntityTypeBuilder<LinkRevocationRow> row)
    {
        row.ToTable("link_revocations").HasKey(r => r.Number);
        row.Property(r => r.Number).HasMaxLength(24);
        row.HasOne<TicketRow>().WithMany().HasForeignKey(r => r.Number).OnDelete(DeleteBehavior.Cascade);
    }
}
