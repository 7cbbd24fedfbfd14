using MedtechBot.People;
using MedtechBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace MedtechBot.LearningFromUse;

/// <summary>The rankings that were trained; one of them is live, or none.</summary>
public sealed class RankingModels(IDbContextFactory<MedtechBotContext> database, AuditLog audit, TimeProvider time)
{
    public async Task<IReadOnlyList<RankingModelRow>> ListAsync(CancellationToken cancellation = default)
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        return await context.Set<RankingModelRow>().AsNoTracking().OrderBy(m => m.Version).ToListAsync(cancellation);
    }

    /// <summary>Makes a version live, or none.</summary>
    /// <returns>False when there is no such version; then nothing changes.</returns>
    public async Task<bool> UseAsync(int? version, CancellationToken cancellation = default)
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        var models = await context.Set<RankingModelRow>().ToListAsync(cancellation);
        if (version is not null && models.TrueForAll(m => m.Version != version))
        {
            return false;
        }
        models.ForEach(m => m.IsLive = m.Version == version);
        audit.Add(context, new AuditEntry(null, AuditActions.ChangedRanking));
        await context.SaveChangesAsync(cancellation);
        return true;
    }

    /// <summary>Keeps what was trained; live when it is better than what was.</summary>
    internal async Task<RankingModelRow> AddAsync(TrainedRanking trained, CancellationToken cancellation)
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        var models = await context.Set<RankingModelRow>().ToListAsync(cancellation);
        var row = new RankingModelRow
        {
            Version = models.Select(m => m.Version).DefaultIfEmpty().Max() + 1,
            At = time.GetUtcNow(),
            Weights = trained.Model.ToJson(),
            Trained = trained.Trained,
            HeldBack = trained.HeldBack,
            Before = trained.Before,
            After = trained.After,
            IsLive = trained.IsBetter,
        };
        if (row.IsLive)
        {
            models.ForEach(m => m.IsLive = false);
        }
        context.Add(row);
        audit.Add(context, new AuditEntry(null, AuditActions.TrainedRanking));
        await context.SaveChangesAsync(cancellation);
        return row;
    }
}
