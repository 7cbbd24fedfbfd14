using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MedtechBot.LearningFromUse;

/// <summary>A ranking that was trained, with what it was worth then. In the database, so that several hosts rank alike.</summary>
public sealed class RankingModelRow
{
    /// <summary>Counted from 1.</summary>
    public required int Version { get; init; }

    public required DateTimeOffset At { get; init; }
    public required string Weights { get; init; }

    /// <summary>How many questions it was trained from.</summary>
    public required int Trained { get; init; }

    /// <summary>How many questions it was measured on.</summary>
    public required int HeldBack { get; init; }

    /// <summary>nDCG@10 on those of what was live before it.</summary>
    public required double Before { get; init; }

    /// <summary>Its own.</summary>
    public required double After { get; init; }

    public bool IsLive { get; set; }
}

internal sealed class RankingModelRowConfiguration : IEntityTypeConfiguration<RankingModelRow>
{
    public void Configure(EntityTypeBuilder<RankingModelRow> row)
    {
        row.ToTable("ranking_models").HasKey(m => m.Version);
        row.Property(m => m.Version).ValueGeneratedNever();
    }
}
