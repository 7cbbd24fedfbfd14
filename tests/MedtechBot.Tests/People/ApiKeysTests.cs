using MedtechBot.People;
using MedtechBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace MedtechBot.Tests.People;

public abstract class ApiKeysTests : IDisposable
{
    private readonly DeskPeople _desk;

    protected ApiKeysTests(DatabaseKind kind) => _desk = new DeskPeople(kind);

    public sealed class OnSqlite() : ApiKeysTests(DatabaseKind.Sqlite);

    public sealed class OnPostgres() : ApiKeysTests(DatabaseKind.Postgres);

    public void Dispose() => _desk.Dispose();

    [SkippableFact]
    public async Task A_key_acts_under_its_name_with_its_role_until_it_is_revoked()
    {
        var (key, _) = await _desk.Keys.AddAsync(null, "CRM", Role.Coordinator);
        var person = (await _desk.Keys.FindAsync(key))!;
        Assert.Equal(("API: CRM", Role.Coordinator, true), (person.Name, person.Role, person.IsKey));
        Assert.True(await _desk.Keys.RevokeAsync(null, "ｃｒｍ"));
        Assert.Null(await _desk.Keys.FindAsync(key));
        Assert.False(await _desk.Keys.RevokeAsync(null, "CRM"));
    }

    [SkippableFact]
    public async Task What_is_no_key_opens_nothing()
    {
        await _desk.Keys.AddAsync(null, "CRM", Role.Admin);
        foreach (var bearer in new[] { null, "", "mbk_", "mbk_" + new string('0', 64), new string('x', 100_000), "mbk_" + new string('x', 100_000), "mbk_\0" })
        {
            Assert.Null(await _desk.Keys.FindAsync(bearer));
        }
    }

    [SkippableFact]
    public async Task A_name_is_given_to_one_key_at_a_time_and_may_be_given_again()
    {
        var added = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => _desk.Keys.AddAsync(null, "CRM", Role.Expert))));
        Assert.Single(added, a => a.Key is not null);
        Assert.All(added.Where(a => a.Key is null), a => Assert.Equal(PersonProblem.NameTaken, a.Problem));
        await _desk.Keys.RevokeAsync(null, "CRM");
        Assert.NotNull((await _desk.Keys.AddAsync(null, "CRM", Role.Expert)).Key);
        Assert.Equal(2, (await _desk.Keys.ListAsync()).Count);
    }

    [SkippableFact]
    public async Task The_last_use_is_noted_at_most_once_a_minute()
    {
        var (key, _) = await _desk.Keys.AddAsync(null, "CRM", Role.Expert);
        var first = _desk.Time.GetUtcNow();
        await _desk.Keys.FindAsync(key);
        _desk.Time.Advance(TimeSpan.FromSeconds(59));
        await _desk.Keys.FindAsync(key);
        Assert.Equal(first, Assert.Single(await _desk.Keys.ListAsync()).LastUsedAt);
        _desk.Time.Advance(TimeSpan.FromSeconds(1));
        await _desk.Keys.FindAsync(key);
        Assert.Equal(first.AddMinutes(1), Assert.Single(await _desk.Keys.ListAsync()).LastUsedAt);
    }

    [SkippableFact]
    public async Task The_database_knows_no_secret()
    {
        var (key, _) = await _desk.Keys.AddAsync(null, "CRM", Role.Expert);
        var admin = await _desk.AddAsync("管理");
        var (link, invitation) = (await _desk.Links.CreateAsync(), await _desk.InviteAsync(admin.Person));
        await using var context = _desk.Database.CreateDbContext();
        Assert.NotEqual(key, (await context.Set<ApiKeyRow>().SingleAsync()).KeyHash);
        Assert.DoesNotContain(link, await context.Set<DeskLinkRow>().Select(l => l.TokenHash).ToListAsync());
        Assert.NotEqual(invitation, (await context.Set<InvitationRow>().SingleAsync()).TokenHash);
    }
}
