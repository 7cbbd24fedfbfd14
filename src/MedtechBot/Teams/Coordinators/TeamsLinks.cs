using MedtechBot.People;
using MedtechBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace MedtechBot.Teams.Coordinators;

public enum TeamsLinking { Tied, CodeUnknown, IdentityTaken }

/// <summary>Which account of the desk somebody in Teams is. An account says at the desk that it wants to be tied, and whoever brings its code is it.</summary>
public sealed class TeamsLinks(IDbContextFactory<MedtechBotContext> database, AuditLog audit, TimeProvider time)
{
    public static readonly TimeSpan CodeLifetime = TimeSpan.FromMinutes(15);

    /// <summary>A new code for the account; earlier ones end.</summary>
    /// <returns>The code; it exists nowhere else.</returns>
    public Task<string> CreateCodeAsync(Person person, CancellationToken cancellation = default) => LookAgain.OnConflictAsync(async () =>
    {
        var (code, now) = (TeamsCode.Next(), time.GetUtcNow());
        await using var context = await database.CreateDbContextAsync(cancellation);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        await context.Set<TeamsCodeRow>().Where(c => c.PersonId == person.Id || c.ExpiresAt < now).ExecuteDeleteAsync(cancellation);
        context.Add(new TeamsCodeRow { PersonId = person.Id, CodeHash = TeamsCode.Hash(code), ExpiresAt = now + CodeLifetime });
        audit.Add(context, new AuditEntry(person, AuditActions.MadeTeamsCode) { Subject = person });
        await context.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return code;
    });

    /// <summary>Uses the code up and ties its account to whoever said it; a refusal leaves the code as it was.</summary>
    public Task<(TeamsLinking Result, PersonRow? Person)> TieAsync(string code, TeamsIdentity identity, CancellationToken cancellation = default) =>
        LookAgain.OnConflictAsync(() => TryTieAsync(TeamsCode.Hash(code), identity, cancellation));

    /// <returns>False when it was tied to nobody.</returns>
    public async Task<bool> UntieAsync(Person by, Person person, CancellationToken cancellation = default)
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        await context.Set<TeamsCodeRow>().Where(c => c.PersonId == person.Id).ExecuteDeleteAsync(cancellation);
        var untied = await context.Set<TeamsLinkRow>().Where(l => l.PersonId == person.Id).ExecuteDeleteAsync(cancellation) == 1;
        if (untied)
        {
            audit.Add(context, new AuditEntry(by, AuditActions.UntiedTeams) { Subject = person });
            await context.SaveChangesAsync(cancellation);
        }
        await transaction.CommitAsync(cancellation);
        return untied;
    }

    /// <summary>Since when an account is tied; null when it is not.</summary>
    public async Task<DateTimeOffset?> SinceAsync(string personId, CancellationToken cancellation = default)
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        return (await context.Set<TeamsLinkRow>().AsNoTracking().SingleOrDefaultAsync(l => l.PersonId == personId, cancellation))?.At;
    }

    /// <summary>Who somebody is at the desk at this moment; null for everybody who has no open account there.</summary>
    public async Task<Person?> FindAsync(TeamsIdentity? identity, CancellationToken cancellation = default)
    {
        if (identity is null)
        {
            return null;
        }
        await using var context = await database.CreateDbContextAsync(cancellation);
        return await context.Set<TeamsLinkRow>().Where(l => l.TenantId == identity.TenantId && l.AadObjectId == identity.AadObjectId)
            .Join(context.Set<PersonRow>().Where(p => p.DisabledAt == null), l => l.PersonId, p => p.Id, (l, p) => new Person(p.Id, p.Name, p.Role))
            .SingleOrDefaultAsync(cancellation);
    }

    /// <summary>Those of a tenant who coordinate, as Teams calls them: who is in charge first, then whoever was tied first.</summary>
    public async Task<IReadOnlyList<string>> ListCoordinatorsAsync(string tenantId, string? holder, int most, CancellationToken cancellation = default)
    {
        var tenant = tenantId.ToLowerInvariant();
        await using var context = await database.CreateDbContextAsync(cancellation);
        return await context.Set<TeamsLinkRow>().Where(l => l.TenantId == tenant)
            .Join(context.Set<PersonRow>().Where(p => p.DisabledAt == null && p.Role != Role.Expert), l => l.PersonId, p => p.Id, (l, p) => new { l.UserId, l.At, p.Name })
            .OrderBy(l => l.Name == holder ? 0 : 1).ThenBy(l => l.At).ThenBy(l => l.UserId).Select(l => l.UserId).Take(most).ToListAsync(cancellation);
    }

    private async Task<(TeamsLinking, PersonRow?)> TryTieAsync(string hash, TeamsIdentity identity, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        await using var context = await database.CreateDbContextAsync(cancellation);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        var mine = context.Set<TeamsCodeRow>().Where(c => c.CodeHash == hash && c.ExpiresAt > now);
        if (hash.Length == 0 || await mine.AsNoTracking().SingleOrDefaultAsync(cancellation) is not { } code || await mine.ExecuteDeleteAsync(cancellation) != 1
            || await context.Set<PersonRow>().AsNoTracking().SingleOrDefaultAsync(p => p.Id == code.PersonId && p.DisabledAt == null, cancellation) is not { } person)
        {
            return (TeamsLinking.CodeUnknown, null);
        }
        var links = context.Set<TeamsLinkRow>();
        if (await links.AnyAsync(l => l.TenantId == identity.TenantId && l.AadObjectId == identity.AadObjectId && l.PersonId != person.Id, cancellation))
        {
            return (TeamsLinking.IdentityTaken, null);
        }
        await links.Where(l => l.PersonId == person.Id).ExecuteDeleteAsync(cancellation);
        links.Add(new TeamsLinkRow { PersonId = person.Id, TenantId = identity.TenantId, AadObjectId = identity.AadObjectId, UserId = identity.UserId, At = now });
        audit.Add(context, new AuditEntry(person.Person, AuditActions.TiedTeams) { Subject = person.Person });
        await context.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return (TeamsLinking.Tied, person);
    }
}
