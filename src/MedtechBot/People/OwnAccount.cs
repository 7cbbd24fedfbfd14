using MedtechBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace MedtechBot.People;

/// <summary>What people change about their own account. Both ways end every session; the caller may begin a new one.</summary>
public sealed class OwnAccount(IDbContextFactory<MedtechBotContext> database, AuditLog audit)
{
    public Task<PersonRow?> SetPasswordAsync(Person person, string passwordHash, CancellationToken cancellation = default) =>
        ChangeAsync(person, AuditActions.ChangedPassword, row => row.PasswordHash = passwordHash, cancellation);

    public Task<PersonRow?> EndSessionsAsync(Person person, CancellationToken cancellation = default) =>
        ChangeAsync(person, AuditActions.EndedSessions, _ => { }, cancellation);

    private async Task<PersonRow?> ChangeAsync(Person person, string action, Action<PersonRow> change, CancellationToken cancellation)
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        if (await context.Set<PersonRow>().SingleOrDefaultAsync(p => p.Id == person.Id && p.DisabledAt == null, cancellation) is not { } row)
        {
            return null;
        }
        change(row);
        row.SecurityStamp = Secret.NextId();
        audit.Add(context, new AuditEntry(person, action) { Subject = person });
        await context.SaveChangesAsync(cancellation);
        return row;
    }
}
