using MedtechBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace MedtechBot.People;

/// <summary>What people change about their own account. A new password ends every session, and the caller may begin a new one.</summary>
public sealed class OwnAccount(IDbContextFactory<MedtechBotContext> database, AuditLog audit, TimeProvider time)
{
    /// <summary>How long a session lasts that nobody uses.</summary>
    public static readonly TimeSpan SessionLifetime = TimeSpan.FromHours(12);

    /// <summary>Signs out in one browser: the session's cookie opens nothing from now on, wherever a copy of it may be.</summary>
    public async Task EndSessionAsync(Person person, string session, CancellationToken cancellation = default)
    {
        var now = time.GetUtcNow();
        await using var context = await database.CreateDbContextAsync(cancellation);
        await context.Set<EndedSessionRow>().Where(s => s.Until < now).ExecuteDeleteAsync(cancellation);
        // Longer than it could last: it may have been prolonged at this very moment.
        context.Add(new EndedSessionRow { Id = session, Until = now + (2 * SessionLifetime) });
        audit.Add(context, new AuditEntry(person, AuditActions.SignedOut) { Subject = person });
        try
        {
            await context.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException)
        {
            // Pressed twice at once: the other one ended it.
        }
    }

    public Task<PersonRow?> SetPasswordAsync(Person person, string passwordHash, CancellationToken cancellation = default) =>
        ChangeAsync(person, AuditActions.ChangedPassword, row => (row.PasswordHash, row.SecurityStamp) = (passwordHash, Secret.NextId()), cancellation);

    public Task<PersonRow?> EndSessionsAsync(Person person, CancellationToken cancellation = default) =>
        ChangeAsync(person, AuditActions.EndedSessions, row => row.SecurityStamp = Secret.NextId(), cancellation);

    /// <summary>Whether the person is told by mail of what happens at the desk.</summary>
    public Task<PersonRow?> WantMailAsync(Person person, bool isWanted, CancellationToken cancellation = default) =>
        ChangeAsync(person, AuditActions.ChangedMail, row => row.MailIsOff = !isWanted, cancellation);

    private async Task<PersonRow?> ChangeAsync(Person person, string action, Action<PersonRow> change, CancellationToken cancellation)
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        if (await context.Set<PersonRow>().SingleOrDefaultAsync(p => p.Id == person.Id && p.DisabledAt == null, cancellation) is not { } row)
        {
            return null;
        }
        change(row);
        audit.Add(context, new AuditEntry(person, action) { Subject = person });
        await context.SaveChangesAsync(cancellation);
        return row;
    }
}
