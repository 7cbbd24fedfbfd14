using MedtechBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace MedtechBot.People;

/// <summary>Keys by which other programs act, each with a role like a person.</summary>
public sealed class ApiKeys(IDbContextFactory<MedtechBotContext> database, AuditLog audit, TimeProvider time)
{
    /// <summary>Every key begins like this, so that one that has strayed into a file or a log is recognised.</summary>
    public const string Mark = "mbk_";

    private static readonly TimeSpan UseNotedEvery = TimeSpan.FromMinutes(1);

    /// <param name="by">Null on the command line.</param>
    /// <returns>The key, which exists nowhere else, or why there is none.</returns>
    public async Task<(string? Key, PersonProblem? Problem)> AddAsync(Person? by, string typedName, Role role, CancellationToken cancellation = default)
    {
        if (!PersonName.TryRead(typedName, out var name))
        {
            return (null, PersonProblem.NameNeeded);
        }
        await using var context = await database.CreateDbContextAsync(cancellation);
        if (await context.Set<ApiKeyRow>().AnyAsync(k => k.NameKey == name.Key && k.RevokedAt == null, cancellation))
        {
            return (null, PersonProblem.NameTaken);
        }
        var key = Mark + Secret.Next();
        var row = new ApiKeyRow { Id = "key-" + Secret.NextId(), Name = name.Value, NameKey = name.Key, KeyHash = Secret.Hash(key), Role = role, CreatedAt = time.GetUtcNow() };
        context.Add(row);
        audit.Add(context, new AuditEntry(by, AuditActions.AddedKey) { Subject = row.Person });
        try
        {
            await context.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException)
        {
            // Only the name can be taken: the rest is random.
            return (null, PersonProblem.NameTaken);
        }
        return (key, null);
    }

    /// <summary>Who acts by this key; null for what is no key, or none any more.</summary>
    /// <param name="bearer">What came in the header, whatever it is.</param>
    public async Task<Person?> FindAsync(string? bearer, CancellationToken cancellation = default)
    {
        if (bearer is null || !bearer.StartsWith(Mark, StringComparison.Ordinal))
        {
            return null;
        }
        var hash = Secret.Hash(bearer);
        await using var context = await database.CreateDbContextAsync(cancellation);
        if (await context.Set<ApiKeyRow>().AsNoTracking().SingleOrDefaultAsync(k => k.KeyHash == hash && k.RevokedAt == null, cancellation) is not { } row)
        {
            return null;
        }
        var now = time.GetUtcNow();
        var before = now - UseNotedEvery;
        if (row.LastUsedAt is not { } last || last <= before)
        {
            await context.Set<ApiKeyRow>().Where(k => k.Id == row.Id && (k.LastUsedAt == null || k.LastUsedAt <= before))
                .ExecuteUpdateAsync(set => set.SetProperty(k => k.LastUsedAt, now), cancellation);
        }
        return row.Person;
    }

    /// <summary>Every key there was, those that work first.</summary>
    public async Task<IReadOnlyList<ApiKeyRow>> ListAsync(CancellationToken cancellation = default)
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        return await context.Set<ApiKeyRow>().AsNoTracking().OrderBy(k => k.RevokedAt != null).ThenBy(k => k.Name).ThenByDescending(k => k.CreatedAt).ToListAsync(cancellation);
    }

    /// <summary>From now on the key opens nothing.</summary>
    /// <returns>False when no key of that name works.</returns>
    public async Task<bool> RevokeAsync(Person? by, string typedName, CancellationToken cancellation = default)
    {
        var name = PersonName.KeyOf(typedName);
        await using var context = await database.CreateDbContextAsync(cancellation);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        var working = context.Set<ApiKeyRow>().Where(k => k.NameKey == name && k.RevokedAt == null);
        if (await working.AsNoTracking().SingleOrDefaultAsync(cancellation) is not { } row
            || await working.ExecuteUpdateAsync(set => set.SetProperty(k => k.RevokedAt, time.GetUtcNow()), cancellation) == 0)
        {
            return false;
        }
        audit.Add(context, new AuditEntry(by, AuditActions.RevokedKey) { Subject = row.Person });
        await context.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return true;
    }
}
