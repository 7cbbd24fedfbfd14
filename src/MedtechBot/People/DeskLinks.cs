using MedtechBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace MedtechBot.People;

/// <summary>
/// Single-use sign-in links, made where the product runs: the door of whoever administers the machine. Server and command line share
/// them through the database.
/// </summary>
public sealed class DeskLinks(IDbContextFactory<MedtechBotContext> database, AuditLog audit, TimeProvider time)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);

    /// <param name="role">What somebody new becomes; who has an account keeps their role.</param>
    /// <param name="name">Whom it is for; without it whoever opens it says their name.</param>
    /// <returns>The token; it exists nowhere else.</returns>
    public async Task<string> CreateAsync(Role role = Role.Admin, string? name = null, CancellationToken cancellation = default)
    {
        var now = time.GetUtcNow();
        var token = Secret.Next();
        await using var context = await database.CreateDbContextAsync(cancellation);
        await context.Set<DeskLinkRow>().Where(l => l.ExpiresAt < now).ExecuteDeleteAsync(cancellation);
        context.Add(new DeskLinkRow { TokenHash = Secret.Hash(token), Role = role, Name = name, ExpiresAt = now + Lifetime });
        audit.Add(context, new AuditEntry(null, AuditActions.MadeLink) { Subject = name is null ? null : new Person("", name, role) });
        await context.SaveChangesAsync(cancellation);
        return token;
    }

    /// <summary>The link if it would let somebody in now. Does not use it up.</summary>
    public async Task<DeskLinkRow?> FindAsync(string token, CancellationToken cancellation = default)
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        return await Usable(context, token).AsNoTracking().SingleOrDefaultAsync(cancellation);
    }

    /// <summary>Uses the link up for the person of that name, who gets an account when there is none. A refusal leaves the link as it was.</summary>
    public Task<Entry> EnterAsync(string token, string? typedName, CancellationToken cancellation = default) =>
        LookAgain.OnConflictAsync(() => TryEnterAsync(token, typedName, cancellation));

    private async Task<Entry> TryEnterAsync(string token, string? typedName, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        await using var context = await database.CreateDbContextAsync(cancellation);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        if (await Usable(context, token).AsNoTracking().SingleOrDefaultAsync(cancellation) is not { } link
            || await Usable(context, token).ExecuteUpdateAsync(set => set.SetProperty(l => l.UsedAt, now), cancellation) != 1)
        {
            return new Entry(null, PersonProblem.LinkExpired);
        }
        if (!PersonName.TryRead(link.Name ?? typedName, out var name))
        {
            return new Entry(null, PersonProblem.NameNeeded);
        }
        var person = await context.Set<PersonRow>().SingleOrDefaultAsync(p => p.NameKey == name.Key, cancellation);
        if (person is { DisabledAt: not null })
        {
            return new Entry(null, PersonProblem.Disabled);
        }
        if (person is null)
        {
            person = PersonRow.New(name, link.Role, now);
            context.Add(person);
            audit.Add(context, new AuditEntry(person.Person, AuditActions.AddedPerson) { Subject = person.Person });
        }
        audit.Add(context, new AuditEntry(person.Person, AuditActions.SignedIn) { Subject = person.Person });
        await context.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return new Entry(person, null);
    }

    private IQueryable<DeskLinkRow> Usable(MedtechBotContext context, string token)
    {
        var hash = Secret.Hash(token);
        var now = time.GetUtcNow();
        return context.Set<DeskLinkRow>().Where(l => l.TokenHash == hash && l.UsedAt == null && l.ExpiresAt > now);
    }
}
