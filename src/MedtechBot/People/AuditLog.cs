using MedtechBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace MedtechBot.People;

/// <summary>Who saw and changed what. Lines are only ever added.</summary>
public sealed class AuditLog(IDbContextFactory<MedtechBotContext> database, TimeProvider time)
{
    /// <summary>Notes what was done; it is in the database when this returns.</summary>
    public async Task AddAsync(AuditEntry entry, CancellationToken cancellation = default)
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        Add(context, entry);
        await context.SaveChangesAsync(cancellation);
    }

    /// <summary>The newest lines that the filter lets through, newest first.</summary>
    public async Task<IReadOnlyList<AuditRow>> ReadAsync(AuditFilter filter, int count, CancellationToken cancellation = default)
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        return await context.Set<AuditRow>().AsNoTracking()
            .Where(a => filter.Person == null || a.ActorId == filter.Person || a.SubjectId == filter.Person)
            .Where(a => filter.Ticket == null || a.Ticket == filter.Ticket)
            .Where(a => filter.Before == null || a.Id < filter.Before)
            .OrderByDescending(a => a.Id).Take(count).ToListAsync(cancellation);
    }

    /// <summary>Notes what is about to be committed with everything else in the context.</summary>
    public void Add(MedtechBotContext context, AuditEntry entry) => context.Add(AuditRow.Of(entry, time.GetUtcNow()));
}

/// <param name="Person">What a person or key did, and what was done to them.</param>
/// <param name="Before">Only lines older than the one with this id.</param>
public sealed record AuditFilter(string? Person, string? Ticket, long? Before);
