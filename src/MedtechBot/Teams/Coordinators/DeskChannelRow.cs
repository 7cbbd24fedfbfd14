using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MedtechBot.Teams.Coordinators;

/// <summary>A channel of a team that is connected to the desk: what concerns it is posted there.</summary>
public sealed class DeskChannelRow
{
    /// <summary>A hash of tenant and channel.</summary>
    public required string Id { get; init; }

    public required string TenantId { get; init; }
    public string? TeamId { get; set; }

    /// <summary>As Teams calls the channel's conversation, without a thread.</summary>
    public required string TeamsId { get; init; }

    /// <summary>Where cards are sent. Only ever from an activity that was checked.</summary>
    public required string ServiceUrl { get; set; }

    /// <summary>The bot as it is called there.</summary>
    public required string BotId { get; set; }

    /// <summary>The prefecture whose tickets are posted; null for all.</summary>
    public string? Region { get; set; }

    /// <summary>The name of whoever connected it.</summary>
    public required string By { get; set; }

    public required DateTimeOffset At { get; set; }
}

internal sealed class DeskChannelRowConfiguration : IEntityTypeConfiguration<DeskChannelRow>
{
    public void Configure(EntityTypeBuilder<DeskChannelRow> row)
    {
        row.ToTable("teams_channels").HasKey(c => c.Id);
        row.Property(c => c.Id).HasMaxLength(64);
        row.Property(c => c.TenantId).HasMaxLength(TeamsLengths.Name);
        row.Property(c => c.TeamId).HasMaxLength(TeamsLengths.Conversation);
        row.Property(c => c.TeamsId).HasMaxLength(TeamsLengths.Conversation);
        row.Property(c => c.ServiceUrl).HasMaxLength(TeamsLengths.ServiceUrl);
        row.Property(c => c.BotId).HasMaxLength(TeamsLengths.Account);
        row.Property(c => c.Region).HasMaxLength(40);
        row.Property(c => c.By).HasMaxLength(64);
    }
}
