using MedtechBot.Consultations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MedtechBot.Teams.Coordinators;

/// <summary>The card of a ticket in a channel: how Teams calls it, and how much of the ticket it shows.</summary>
public sealed class TicketCardRow
{
    public required string DeskChannelId { get; init; }
    public required string Ticket { get; init; }

    /// <summary>The id that Teams gave it, which is also that of its thread.</summary>
    public required string TeamsId { get; init; }

    /// <summary>The ticket's version that it shows.</summary>
    public required int Version { get; init; }

    public required DateTimeOffset At { get; init; }
}

internal sealed class TicketCardRowConfiguration : IEntityTypeConfiguration<TicketCardRow>
{
    public void Configure(EntityTypeBuilder<TicketCardRow> row)
    {
        row.ToTable("teams_cards").HasKey(c => new { c.DeskChannelId, c.Ticket });
        row.Property(c => c.DeskChannelId).HasMaxLength(64);
        row.Property(c => c.Ticket).HasMaxLength(24);
        row.Property(c => c.TeamsId).HasMaxLength(TeamsLengths.Activity);
        row.HasIndex(c => new { c.DeskChannelId, c.TeamsId });
        row.HasOne<DeskChannelRow>().WithMany().HasForeignKey(c => c.DeskChannelId).OnDelete(DeleteBehavior.Cascade);
        row.HasOne<TicketRow>().WithMany().HasForeignKey(c => c.Ticket).OnDelete(DeleteBehavior.Cascade);
    }
}
