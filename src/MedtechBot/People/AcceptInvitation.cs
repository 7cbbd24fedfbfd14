using MedtechBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace MedtechBot.People;

/// <param name="TypedName">Counts only when the invitation names nobody.</param>
/// <param name="PasswordHash">How the person will sign in; or by <paramref name="AadObjectId"/>.</param>
public sealed record Acceptance(string Token, string? TypedName, string? PasswordHash, string? AadObjectId);

/// <summary>The invited person makes their account, or gives the one they have a new way in, which ends its sessions.</summary>
public sealed class AcceptInvitation(IDbContextFactory<MedtechBotContext> database, Invitations invitations, AuditLog audit, TimeProvider time)
{
    /// <summary>A refusal leaves the invitation as it was.</summary>
    public Task<Entry> HandleAsync(Acceptance acceptance, CancellationToken cancellation = default) =>
        LookAgain.OnConflictAsync(() => TryAsync(acceptance, cancellation));

    private async Task<Entry> TryAsync(Acceptance acceptance, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var hash = Secret.Hash(acceptance.Token);
        await using var context = await database.CreateDbContextAsync(cancellation);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        var mine = context.Set<InvitationRow>().Where(invitations.IsOpen()).Where(i => i.TokenHash == hash);
        if (await mine.AsNoTracking().SingleOrDefaultAsync(cancellation) is not { } invitation
            || await mine.ExecuteUpdateAsync(set => set.SetProperty(i => i.UsedAt, now), cancellation) != 1)
        {
            return new Entry(null, PersonProblem.LinkExpired);
        }
        var entry = invitation.PersonId is { } known
            ? await RenewAsync(context, known, cancellation)
            : await AddAsync(context, invitation, acceptance.TypedName, now, cancellation);
        if (entry.Person is not { } person)
        {
            return entry;
        }
        if (acceptance.AadObjectId is { } identity && await context.Set<PersonRow>().AnyAsync(p => p.AadObjectId == identity && p.Id != person.Id, cancellation))
        {
            return new Entry(null, PersonProblem.IdentityTaken);
        }
        person.PasswordHash = acceptance.PasswordHash ?? person.PasswordHash;
        person.AadObjectId = acceptance.AadObjectId ?? person.AadObjectId;
        person.SecurityStamp = Secret.NextId();
        audit.Add(context, new AuditEntry(person.Person, AuditActions.AcceptedInvitation) { Subject = person.Person });
        await context.SaveChangesAsync(cancellation);
        await context.Set<InvitationRow>().Where(i => i.Id == invitation.Id).ExecuteUpdateAsync(set => set.SetProperty(i => i.PersonId, person.Id), cancellation);
        await transaction.CommitAsync(cancellation);
        return entry;
    }

    private static async Task<Entry> RenewAsync(MedtechBotContext context, string personId, CancellationToken cancellation)
    {
        var person = await context.Set<PersonRow>().SingleAsync(p => p.Id == personId, cancellation);
        return person.DisabledAt is null ? new Entry(person, null) : new Entry(null, PersonProblem.Disabled);
    }

    private static async Task<Entry> AddAsync(MedtechBotContext context, InvitationRow invitation, string? typedName, DateTimeOffset now, CancellationToken cancellation)
    {
        if (!PersonName.TryRead(invitation.Name ?? typedName, out var name))
        {
            return new Entry(null, PersonProblem.NameNeeded);
        }
        var people = context.Set<PersonRow>();
        if (await people.AnyAsync(p => p.NameKey == name.Key, cancellation))
        {
            return new Entry(null, PersonProblem.NameTaken);
        }
        if (invitation.Email is { } email && await people.AnyAsync(p => p.Email == email, cancellation))
        {
            return new Entry(null, PersonProblem.EmailTaken);
        }
        var person = PersonRow.New(name, invitation.Role, now);
        (person.Email, person.Region, person.Fields) = (invitation.Email, invitation.Region, invitation.Fields);
        people.Add(person);
        return new Entry(person, null);
    }
}
