using MedtechBot.People;
using MedtechBot.Storage;
using MedtechBot.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace MedtechBot.Tests.People;

/// <summary>Everything about people over one database, with a clock of its own.</summary>
internal sealed class DeskPeople : IDisposable
{
    public DeskPeople(DatabaseKind kind = DatabaseKind.Sqlite)
    {
        Database = new TemporaryDatabase(kind);
        Audit = new AuditLog(Database, Time);
        Links = new DeskLinks(Database, Audit, Time);
        Invitations = new Invitations(Database, Audit, Time);
        Accept = new AcceptInvitation(Database, Invitations, Audit, Time);
        Change = new ChangePerson(Database, Audit, Time);
        Own = new OwnAccount(Database, Audit, Time);
        Keys = new ApiKeys(Database, Audit, Time);
        Accounts = new Accounts(Database);
    }

    public TemporaryDatabase Database { get; }
    public MovedTime Time { get; } = new();
    public AuditLog Audit { get; }
    public DeskLinks Links { get; }
    public Invitations Invitations { get; }
    public AcceptInvitation Accept { get; }
    public ChangePerson Change { get; }
    public OwnAccount Own { get; }
    public ApiKeys Keys { get; }
    public Accounts Accounts { get; }

    public void Dispose() => Database.Dispose();

    /// <summary>Somebody who came by the console's link.</summary>
    public async Task<PersonRow> AddAsync(string name, Role role = Role.Admin) =>
        (await Links.EnterAsync(await Links.CreateAsync(role), name)).Person!;

    public async Task<string> InviteAsync(Person by, string? name = null, Role role = Role.Coordinator, string? email = null) =>
        (await Invitations.InviteAsync(by, name, new PersonDetails(role, email, null, ""))).Token!;

    public Task<Entry> AcceptAsync(string token, string? name, string password = "hash") =>
        Accept.HandleAsync(new Acceptance(token, name, password, null));

    public async Task<IReadOnlyList<string>> LinesAsync()
    {
        await using var context = Database.CreateDbContext();
        return [.. (await context.Set<AuditRow>().OrderBy(a => a.Id).ToListAsync()).Select(a => $"{a.ActorName} {a.Action} {a.SubjectName} {a.Outcome}")];
    }
}
