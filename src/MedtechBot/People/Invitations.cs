using System.Linq.Expressions;
using MedtechBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace MedtechBot.People;

/// <summary>Invitations to the desk, and links for a new password: made by administrators, valid for a week, for one person, revocable.</summary>
public sealed class Invitations(IDbContextFactory<MedtechBotContext> database, AuditLog audit, TimeProvider time)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    /// <param name="typedName">Empty when the invited person chooses.</param>
    /// <returns>The token, which exists nowhere else, or why there is none.</returns>
    public async Task<(string? Token, PersonProblem? Problem)> InviteAsync(Person by, string? typedName, PersonDetails details, CancellationToken cancellation = default)
    {
        PersonName name = default;
        if (!string.IsNullOrWhiteSpace(typedName) && !PersonName.TryRead(typedName, out name))
        {
            return (null, PersonProblem.NameNeeded);
        }
        await using var context = await database.CreateDbContextAsync(cancellation);
        var people = context.Set<PersonRow>();
        if (name.Key is not null && await people.AnyAsync(p => p.NameKey == name.Key, cancellation))
        {
            return (null, PersonProblem.NameTaken);
        }
        if (details.Email is not null && await people.AnyAsync(p => p.Email == details.Email, cancellation))
        {
            return (null, PersonProblem.EmailTaken);
        }
        var token = Secret.Next();
        context.Add(New(token, by, name.Value, details));
        audit.Add(context, new AuditEntry(by, AuditActions.Invited) { Subject = Invited(name.Value, details.Role) });
        await context.SaveChangesAsync(cancellation);
        return (token, null);
    }

    /// <summary>A link by which somebody who has an account chooses a new password. Earlier ones for them are worth nothing any more.</summary>
    public async Task<(string? Token, PersonProblem? Problem)> RenewAsync(Person by, string personId, CancellationToken cancellation = default)
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        if (await context.Set<PersonRow>().AsNoTracking().SingleOrDefaultAsync(p => p.Id == personId, cancellation) is not { } person)
        {
            return (null, PersonProblem.NotFound);
        }
        if (person.DisabledAt is not null)
        {
            return (null, PersonProblem.Disabled);
        }
        var now = time.GetUtcNow();
        await context.Set<InvitationRow>().Where(i => i.PersonId == personId && i.UsedAt == null && i.RevokedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(i => i.RevokedAt, now), cancellation);
        var token = Secret.Next();
        context.Add(New(token, by, person.Name, new PersonDetails(person.Role, null, null, ""), personId));
        audit.Add(context, new AuditEntry(by, AuditActions.RenewedLink) { Subject = person.Person });
        await context.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return (token, null);
    }

    /// <summary>What could still be accepted, newest first.</summary>
    public async Task<IReadOnlyList<InvitationRow>> ListOpenAsync(CancellationToken cancellation = default)
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        return await context.Set<InvitationRow>().AsNoTracking().Where(IsOpen()).OrderByDescending(i => i.CreatedAt).ToListAsync(cancellation);
    }

    /// <returns>False when it was not open any more.</returns>
    public async Task<bool> RevokeAsync(Person by, string id, CancellationToken cancellation = default)
    {
        var now = time.GetUtcNow();
        await using var context = await database.CreateDbContextAsync(cancellation);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        var mine = context.Set<InvitationRow>().Where(IsOpen()).Where(i => i.Id == id);
        if (await mine.AsNoTracking().SingleOrDefaultAsync(cancellation) is not { } invitation
            || await mine.ExecuteUpdateAsync(set => set.SetProperty(i => i.RevokedAt, now), cancellation) != 1)
        {
            return false;
        }
        audit.Add(context, new AuditEntry(by, AuditActions.RevokedLink) { Subject = Invited(invitation.Name, invitation.Role, invitation.PersonId) });
        await context.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return true;
    }

    /// <summary>The invitation if it could be accepted now. Does not use it up.</summary>
    public async Task<InvitationRow?> FindAsync(string token, CancellationToken cancellation = default)
    {
        var hash = Secret.Hash(token);
        await using var context = await database.CreateDbContextAsync(cancellation);
        return await context.Set<InvitationRow>().AsNoTracking().Where(IsOpen()).SingleOrDefaultAsync(i => i.TokenHash == hash, cancellation);
    }

    internal Expression<Func<InvitationRow, bool>> IsOpen()
    {
        var now = time.GetUtcNow();
        return i => i.UsedAt == null && i.RevokedAt == null && i.ExpiresAt > now;
    }

    private static Person? Invited(string? name, Role role, string? personId = null) => name is null ? null : new Person(personId ?? "", name, role);

    private InvitationRow New(string token, Person by, string? name, PersonDetails details, string? personId = null) => new()
    {
        Id = Secret.NextId(),
        TokenHash = Secret.Hash(token),
        Role = details.Role,
        Name = name,
        Email = details.Email,
        Region = details.Region,
        Fields = details.Fields,
        PersonId = personId,
        InvitedBy = by.Name,
        CreatedAt = time.GetUtcNow(),
        ExpiresAt = time.GetUtcNow() + Lifetime,
    };
}
