using MedtechBot.People;
using MedtechBot.Storage;

namespace MedtechBot.Tests.People;

public abstract class ChangePersonTests : IDisposable
{
    private readonly DeskPeople _desk;

    protected ChangePersonTests(DatabaseKind kind) => _desk = new DeskPeople(kind);

    public sealed class OnSqlite() : ChangePersonTests(DatabaseKind.Sqlite);

    public sealed class OnPostgres() : ChangePersonTests(DatabaseKind.Postgres);

    public void Dispose() => _desk.Dispose();

    [SkippableFact]
    public async Task The_last_administrator_can_be_neither_disabled_nor_demoted()
    {
        var admin = await _desk.AddAsync("管理");
        await _desk.AddAsync("佐藤", Role.Coordinator);
        Assert.Equal(PersonProblem.LastAdmin, await _desk.Change.DisableAsync(admin.Person, admin.Id));
        Assert.Equal(PersonProblem.LastAdmin, await _desk.Change.DescribeAsync(admin.Person, admin.Id, new PersonDetails(Role.Coordinator, null, null, "")));
        Assert.Equal(admin.Person, await _desk.Accounts.FindSessionAsync(admin.Id, admin.SecurityStamp, "session"));
    }

    [SkippableFact]
    public async Task Of_two_administrators_who_disable_each_other_at_once_one_stays()
    {
        var (one, other) = (await _desk.AddAsync("一"), await _desk.AddAsync("二"));

        var problems = await Task.WhenAll(
            Task.Run(() => _desk.Change.DisableAsync(one.Person, other.Id)),
            Task.Run(() => _desk.Change.DisableAsync(other.Person, one.Id)));

        Assert.Single(problems, PersonProblem.LastAdmin);
        Assert.Single(await _desk.Accounts.ListAsync(), p => p.DisabledAt is null);
    }

    [SkippableFact]
    public async Task A_disabled_account_comes_back_without_its_old_sessions()
    {
        var admin = (await _desk.AddAsync("管理")).Person;
        var sato = await _desk.AddAsync("佐藤", Role.Coordinator);
        await _desk.Change.DisableAsync(admin, sato.Id);
        Assert.Equal(PersonProblem.Disabled, (await _desk.Links.EnterAsync(await _desk.Links.CreateAsync(), "佐藤")).Problem);
        await _desk.Change.EnableAsync(admin, sato.Id);
        Assert.Null(await _desk.Accounts.FindSessionAsync(sato.Id, sato.SecurityStamp, "session"));
        Assert.Equal(sato.Id, (await _desk.AddAsync("佐藤")).Id);
    }

    [SkippableFact]
    public async Task What_somebody_is_can_be_changed_and_an_address_belongs_to_one_person()
    {
        var admin = (await _desk.AddAsync("管理")).Person;
        var (sato, suzuki) = (await _desk.AddAsync("佐藤", Role.Expert), await _desk.AddAsync("鈴木", Role.Expert));
        var details = new PersonDetails(Role.Coordinator, "sato@example.jp", "大阪", "治験");
        Assert.Null(await _desk.Change.DescribeAsync(admin, sato.Id, details));
        Assert.Equal(PersonProblem.EmailTaken, await _desk.Change.DescribeAsync(admin, suzuki.Id, details));
        Assert.Equal(PersonProblem.NotFound, await _desk.Change.DescribeAsync(admin, "nobody", details));
        var changed = (await _desk.Accounts.FindForSignInAsync(" SATO@example.jp "))!;
        Assert.Equal((sato.Id, Role.Coordinator, "大阪", "治験"), (changed.Id, changed.Role, changed.Region, changed.Fields));
        Assert.Equal(["管理 changed-person 佐藤 Done", "管理 changed-person 鈴木 Refused"], (await _desk.LinesAsync()).TakeLast(2));
    }

    [SkippableFact]
    public async Task A_new_password_and_signing_out_everywhere_end_every_session()
    {
        var sato = await _desk.AddAsync("佐藤");
        var changed = (await _desk.Own.SetPasswordAsync(sato.Person, "hash"))!;
        Assert.Null(await _desk.Accounts.FindSessionAsync(sato.Id, sato.SecurityStamp, "session"));
        Assert.NotNull(await _desk.Accounts.FindSessionAsync(sato.Id, changed.SecurityStamp, "session"));
        await _desk.Own.EndSessionsAsync(sato.Person);
        Assert.Null(await _desk.Accounts.FindSessionAsync(sato.Id, changed.SecurityStamp, "session"));
    }

    [SkippableFact]
    public async Task Signing_out_ends_that_session_and_no_other_and_is_forgotten_once_the_cookie_has_run_out()
    {
        var sato = await _desk.AddAsync("佐藤");
        await _desk.Own.EndSessionAsync(sato.Person, "desk");
        await _desk.Own.EndSessionAsync(sato.Person, "desk");
        Assert.Null(await _desk.Accounts.FindSessionAsync(sato.Id, sato.SecurityStamp, "desk"));
        Assert.NotNull(await _desk.Accounts.FindSessionAsync(sato.Id, sato.SecurityStamp, "phone"));
        Assert.EndsWith("佐藤 signed-out 佐藤 Done", (await _desk.LinesAsync())[^1], StringComparison.Ordinal);

        _desk.Time.Advance(3 * OwnAccount.SessionLifetime);
        await _desk.Own.EndSessionAsync(sato.Person, "phone");
        await using var context = _desk.Database.CreateDbContext();
        Assert.Equal("phone", Assert.Single(context.Set<EndedSessionRow>()).Id);
    }
}
