using MedtechBot.People;
using MedtechBot.Storage;
using MedtechBot.Teams.Coordinators;
using MedtechBot.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace MedtechBot.Tests.Teams.Coordinators;

public abstract class TeamsLinksTests : IDisposable
{
    private static readonly TeamsIdentity Sato = new("tenant", "sato", "29:sato");

    private readonly TemporaryDatabase _database;
    private readonly Clock _clock = new();
    private readonly TeamsLinks _links;

    protected TeamsLinksTests(DatabaseKind kind)
    {
        _database = new TemporaryDatabase(kind);
        _links = new TeamsLinks(_database, new AuditLog(_database, _clock), _clock);
    }

    public sealed class OnSqlite() : TeamsLinksTests(DatabaseKind.Sqlite);

    public sealed class OnPostgres() : TeamsLinksTests(DatabaseKind.Postgres);

    public void Dispose() => _database.Dispose();

    [SkippableFact]
    public async Task Whoever_brings_an_accounts_code_is_that_account_from_then_on()
    {
        var account = await AccountAsync("佐藤");
        var code = await _links.CreateCodeAsync(account);

        var tied = await _links.TieAsync(code.ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal), Sato);

        Assert.Equal((TeamsLinking.Tied, "佐藤"), (tied.Result, tied.Person?.Name));
        Assert.Equal(account, await _links.FindAsync(Sato));
        Assert.Null(await _links.FindAsync(Sato with { TenantId = "another" }));
        Assert.Null(await _links.FindAsync(null));
    }

    [SkippableFact]
    public async Task A_code_ties_one_of_many_and_then_nobody_and_is_nowhere_in_the_database()
    {
        var code = await _links.CreateCodeAsync(await AccountAsync("佐藤"));
        await using (var context = _database.CreateDbContext())
        {
            Assert.DoesNotContain(code.Replace("-", "", StringComparison.Ordinal), (await context.Set<TeamsCodeRow>().SingleAsync()).CodeHash, StringComparison.OrdinalIgnoreCase);
        }

        var tied = await Task.WhenAll(Enumerable.Range(0, 6).Select(n => Task.Run(() => _links.TieAsync(code, Sato with { AadObjectId = "person" + n }))));

        Assert.Single(tied, t => t.Result == TeamsLinking.Tied);
    }

    [SkippableFact]
    public async Task A_code_ends_after_15_minutes_and_with_the_next_one()
    {
        var account = await AccountAsync("佐藤");
        var first = await _links.CreateCodeAsync(account);
        var second = await _links.CreateCodeAsync(account);
        Assert.Equal(TeamsLinking.CodeUnknown, (await _links.TieAsync(first, Sato)).Result);

        _clock.Now += TimeSpan.FromMinutes(15);

        Assert.Equal(TeamsLinking.CodeUnknown, (await _links.TieAsync(second, Sato)).Result);
        Assert.Equal(TeamsLinking.CodeUnknown, (await _links.TieAsync(new string('x', 10_000), Sato)).Result);
    }

    [SkippableFact]
    public async Task One_person_there_is_one_account_here_and_a_refused_code_can_still_be_used()
    {
        var (sato, suzuki) = (await AccountAsync("佐藤"), await AccountAsync("鈴木"));
        await _links.TieAsync(await _links.CreateCodeAsync(sato), Sato);
        var code = await _links.CreateCodeAsync(suzuki);

        Assert.Equal(TeamsLinking.IdentityTaken, (await _links.TieAsync(code, Sato)).Result);
        Assert.Equal(TeamsLinking.Tied, (await _links.TieAsync(code, Sato with { TenantId = "another" })).Result);
        Assert.Equal((sato, suzuki), (await _links.FindAsync(Sato), await _links.FindAsync(Sato with { TenantId = "another" })));
    }

    [SkippableFact]
    public async Task Untied_or_disabled_they_are_nobody_and_both_stand_in_the_audit_log()
    {
        var account = await AccountAsync("佐藤");
        await _links.TieAsync(await _links.CreateCodeAsync(account), Sato);
        Assert.True(await _links.UntieAsync(account, account));
        Assert.False(await _links.UntieAsync(account, account));
        Assert.Null(await _links.FindAsync(Sato));
        await using var context = _database.CreateDbContext();
        Assert.Equal([AuditActions.MadeTeamsCode, AuditActions.TiedTeams, AuditActions.UntiedTeams], await context.Set<AuditRow>().OrderBy(a => a.Id).Select(a => a.Action).ToListAsync());

        await _links.TieAsync(await _links.CreateCodeAsync(account), Sato);
        await context.Set<PersonRow>().ExecuteUpdateAsync(set => set.SetProperty(p => p.DisabledAt, _clock.Now));

        Assert.Null(await _links.FindAsync(Sato));
        Assert.Empty(await _links.ListCoordinatorsAsync("tenant", null, 60));
    }

    [SkippableFact]
    public async Task Views_of_their_own_are_for_coordinators_of_the_tenant_and_first_for_whoever_is_in_charge()
    {
        foreach (var (name, role, tenant) in new[] { ("一", Role.Coordinator, "tenant"), ("二", Role.Expert, "tenant"), ("三", Role.Admin, "TENANT".ToLowerInvariant()), ("四", Role.Coordinator, "another"), ("五", Role.Coordinator, "tenant") })
        {
            await _links.TieAsync(await _links.CreateCodeAsync(await AccountAsync(name, role)), new TeamsIdentity(tenant, name, "29:" + name));
            _clock.Now += TimeSpan.FromSeconds(1);
        }

        Assert.Equal(["29:五", "29:一", "29:三"], await _links.ListCoordinatorsAsync("Tenant", "五", 60));
        Assert.Equal(["29:五"], await _links.ListCoordinatorsAsync("tenant", "五", 1));
    }

    private async Task<Person> AccountAsync(string name, Role role = Role.Coordinator)
    {
        Assert.True(PersonName.TryRead(name, out var read));
        var row = PersonRow.New(read, role, _clock.Now);
        await using var context = _database.CreateDbContext();
        context.Add(row);
        await context.SaveChangesAsync();
        return row.Person;
    }

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 4, 1, 0, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
