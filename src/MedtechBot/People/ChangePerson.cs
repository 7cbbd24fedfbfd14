using MedtechBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace MedtechBot.People;

/// <summary>An administrator changes what somebody is and may do. There is always one administrator left.</summary>
public sealed class ChangePerson(IDbContextFactory<MedtechBotContext> database, AuditLog audit, TimeProvider time)
{
    public Task<PersonProblem?> DescribeAsync(Person by, string id, PersonDetails details, CancellationToken cancellation = default) =>
        LookAgain.OnConflictAsync(() => ChangeAsync(by, id, AuditActions.ChangedPerson, async (people, person) =>
        {
            if (details.Email is not null && await people.AnyAsync(p => p.Email == details.Email && p.Id != id, cancellation))
            {
                return PersonProblem.EmailTaken;
            }
            (person.Role, person.Email, person.Region, person.Fields) = (details.Role, details.Email, details.Region, details.Fields);
            return null;
        }, cancellation));

    /// <summary>Closes the account at once, open sessions included. What the person did stays under their name.</summary>
    public Task<PersonProblem?> DisableAsync(Person by, string id, CancellationToken cancellation = default) =>
        ChangeAsync(by, id, AuditActions.DisabledPerson, (_, person) =>
        {
            person.DisabledAt ??= time.GetUtcNow();
            // So that sessions of before do not come back with the account.
            person.SecurityStamp = Secret.NextId();
            return Task.FromResult<PersonProblem?>(null);
        }, cancellation);

    public Task<PersonProblem?> EnableAsync(Person by, string id, CancellationToken cancellation = default) =>
        ChangeAsync(by, id, AuditActions.EnabledPerson, (_, person) =>
        {
            person.DisabledAt = null;
            return Task.FromResult<PersonProblem?>(null);
        }, cancellation);

    private async Task<PersonProblem?> ChangeAsync(Person by, string id, string action, Func<DbSet<PersonRow>, PersonRow, Task<PersonProblem?>> change, CancellationToken cancellation)
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        var people = context.Set<PersonRow>();
        // Changes nothing but takes the administrators' rows, so that two who disable each other go one after the other.
        await people.Where(p => p.Role == Role.Admin).ExecuteUpdateAsync(set => set.SetProperty(p => p.Region, p => p.Region), cancellation);
        if (await people.SingleOrDefaultAsync(p => p.Id == id, cancellation) is not { } person)
        {
            return PersonProblem.NotFound;
        }
        var problem = await change(people, person);
        if (problem is null && person is not { Role: Role.Admin, DisabledAt: null }
            && !await people.AnyAsync(p => p.Id != id && p.Role == Role.Admin && p.DisabledAt == null, cancellation))
        {
            problem = PersonProblem.LastAdmin;
        }
        if (problem is null)
        {
            audit.Add(context, new AuditEntry(by, action) { Subject = person.Person });
            await context.SaveChangesAsync(cancellation);
            await transaction.CommitAsync(cancellation);
            return null;
        }
        await transaction.RollbackAsync(cancellation);
        await audit.AddAsync(new AuditEntry(by, action) { Subject = person.Person, Outcome = AuditOutcome.Refused }, cancellation);
        return problem;
    }
}
