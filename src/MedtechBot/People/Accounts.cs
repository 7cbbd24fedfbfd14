using MedtechBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace MedtechBot.People;

/// <summary>Finds the accounts of the desk.</summary>
public sealed class Accounts(IDbContextFactory<MedtechBotContext> database)
{
    /// <summary>The person of a session as they are at this moment; null when the account was disabled, or this session or all of its sessions were ended.</summary>
    public async Task<Person?> FindSessionAsync(string id, string securityStamp, string session, CancellationToken cancellation = default)
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        return await context.Set<PersonRow>()
            .Where(p => p.Id == id && p.SecurityStamp == securityStamp && p.DisabledAt == null && !context.Set<EndedSessionRow>().Any(s => s.Id == session))
            .Select(p => new Person(p.Id, p.Name, p.Role)).SingleOrDefaultAsync(cancellation);
    }

    public async Task<PersonRow?> FindAsync(string id, CancellationToken cancellation = default)
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        return await context.Set<PersonRow>().AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, cancellation);
    }

    /// <summary>Whom somebody means by a name or an e-mail address; null when nobody, which whoever asks shall not learn.</summary>
    public async Task<PersonRow?> FindForSignInAsync(string typed, CancellationToken cancellation = default)
    {
        var (email, name) = (PersonDetails.KeyOfEmail(typed), PersonName.KeyOf(typed));
        await using var context = await database.CreateDbContextAsync(cancellation);
        // No name holds an @, so at most one of them is meant.
        return await context.Set<PersonRow>().AsNoTracking().SingleOrDefaultAsync(p => email.Contains('@') ? p.Email == email : p.NameKey == name, cancellation);
    }

    /// <summary>The account that is tied to somebody of Entra ID.</summary>
    public async Task<PersonRow?> FindByIdentityAsync(string aadObjectId, CancellationToken cancellation = default)
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        return await context.Set<PersonRow>().AsNoTracking().SingleOrDefaultAsync(p => p.AadObjectId == aadObjectId, cancellation);
    }

    /// <summary>Everybody, those who can sign in first.</summary>
    public async Task<IReadOnlyList<PersonRow>> ListAsync(CancellationToken cancellation = default)
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        return await context.Set<PersonRow>().AsNoTracking()
            .OrderBy(p => p.DisabledAt != null).ThenBy(p => p.Name).ToListAsync(cancellation);
    }
}
