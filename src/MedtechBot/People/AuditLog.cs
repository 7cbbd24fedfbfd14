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

    /// <summary>Notes what is about to be committed with everything else in the context.</summary>
    public void Add(MedtechBotContext context, AuditEntry entry) => context.Add(AuditRow.Of(entry, time.GetUtcNow()));
}
