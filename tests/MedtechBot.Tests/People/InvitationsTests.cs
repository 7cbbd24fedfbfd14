using MedtechBot.People;
using MedtechBot.Storage;

namespace MedtechBot.Tests.People;

public abstract class InvitationsTests : IDisposable
{
    private readonly DeskPeople _desk;

    protected InvitationsTests(DatabaseKind kind) => _desk = new DeskPeople(kind);

    public sealed class OnSqlite() : InvitationsTests(DatabaseKind.Sqlite);

    public sealed class OnPostgres() : InvitationsTests(DatabaseKind.Postgres);

    public void Dispose() => _desk.Dispose();

    [SkippableFact]
    public async Task The_invited_person_becomes_what_they_were_invited_as()
    {
        var admin = await _desk.AddAsync("管理");
        var (token, _) = await _desk.Invitations.InviteAsync(admin.Person, null, new PersonDetails(Role.Expert, "sato@example.jp", "大阪", "治験\n知財"));

        var person = (await _desk.AcceptAsync(token!, "佐藤")).Person!;

        Assert.Equal(("佐藤", Role.Expert, "sato@example.jp", "大阪", "治験\n知財"), (person.Name, person.Role, person.Email, person.Region, person.Fields));
        Assert.Equal(person.Person, await _desk.Accounts.FindSessionAsync(person.Id, person.SecurityStamp, "session"));
        Assert.Empty(await _desk.Invitations.ListOpenAsync());
    }

    [SkippableFact]
    public async Task Of_many_who_open_one_invitation_one_gets_an_account()
    {
        var token = await _desk.InviteAsync((await _desk.AddAsync("管理")).Person);

        var entries = await Task.WhenAll(Enumerable.Range(0, 8).Select(n => Task.Run(() => _desk.AcceptAsync(token, "佐藤" + n))));

        Assert.Single(entries, e => e.Person is not null);
        Assert.All(entries.Where(e => e.Person is null), e => Assert.Equal(PersonProblem.LinkExpired, e.Problem));
        Assert.Equal(2, (await _desk.Accounts.ListAsync()).Count);
    }

    [SkippableFact]
    public async Task Of_two_invited_who_want_the_same_name_one_gets_it_and_the_other_chooses_again()
    {
        var admin = (await _desk.AddAsync("管理")).Person;
        string[] tokens = [await _desk.InviteAsync(admin), await _desk.InviteAsync(admin)];

        var entries = await Task.WhenAll(tokens.Select(t => Task.Run(() => _desk.AcceptAsync(t, "佐藤"))));

        Assert.Single(entries, e => e.Person is not null);
        Assert.Equal(PersonProblem.NameTaken, entries.Single(e => e.Person is null).Problem);
        Assert.NotNull((await _desk.AcceptAsync(tokens[entries[0].Person is null ? 0 : 1], "佐藤(大阪)")).Person);
    }

    [SkippableFact]
    public async Task After_a_week_and_once_it_was_revoked_an_invitation_is_worth_nothing()
    {
        var admin = (await _desk.AddAsync("管理")).Person;
        var (late, revoked) = (await _desk.InviteAsync(admin), await _desk.InviteAsync(admin));
        var open = (await _desk.Invitations.FindAsync(revoked))!;
        Assert.True(await _desk.Invitations.RevokeAsync(admin, open.Id));
        Assert.False(await _desk.Invitations.RevokeAsync(admin, open.Id));
        Assert.Equal(PersonProblem.LinkExpired, (await _desk.AcceptAsync(revoked, "佐藤")).Problem);
        _desk.Time.Advance(TimeSpan.FromDays(7));
        Assert.Null(await _desk.Invitations.FindAsync(late));
        Assert.Equal(PersonProblem.LinkExpired, (await _desk.AcceptAsync(late, "佐藤")).Problem);
        Assert.Equal(PersonProblem.LinkExpired, (await _desk.AcceptAsync("guess", "佐藤")).Problem);
    }

    [SkippableFact]
    public async Task Names_and_addresses_that_are_taken_cannot_be_invited_again()
    {
        var admin = (await _desk.AddAsync("管理")).Person;
        await _desk.AcceptAsync(await _desk.InviteAsync(admin, "Sato", email: "sato@example.jp"), null);
        Assert.Equal((null, PersonProblem.NameTaken), await _desk.Invitations.InviteAsync(admin, "ｓａｔｏ", new PersonDetails(Role.Expert, null, null, "")));
        Assert.Equal((null, PersonProblem.EmailTaken), await _desk.Invitations.InviteAsync(admin, null, new PersonDetails(Role.Expert, "sato@example.jp", null, "")));
    }

    [SkippableFact]
    public async Task A_new_link_ends_the_sessions_of_its_owner_and_the_links_made_before()
    {
        var admin = (await _desk.AddAsync("管理")).Person;
        var sato = (await _desk.AcceptAsync(await _desk.InviteAsync(admin, "佐藤"), null)).Person!;
        var (first, _) = await _desk.Invitations.RenewAsync(admin, sato.Id);
        var (second, _) = await _desk.Invitations.RenewAsync(admin, sato.Id);
        Assert.Equal(PersonProblem.LinkExpired, (await _desk.AcceptAsync(first!, null)).Problem);

        var renewed = (await _desk.AcceptAsync(second!, "他人の名前", "another hash")).Person!;

        Assert.Equal((sato.Id, "佐藤", "another hash"), (renewed.Id, renewed.Name, renewed.PasswordHash));
        Assert.Null(await _desk.Accounts.FindSessionAsync(sato.Id, sato.SecurityStamp, "session"));
    }

    [SkippableFact]
    public async Task Who_is_disabled_gets_no_link_and_cannot_use_one_made_before()
    {
        var admin = (await _desk.AddAsync("管理")).Person;
        var sato = await _desk.AddAsync("佐藤", Role.Coordinator);
        var (token, _) = await _desk.Invitations.RenewAsync(admin, sato.Id);
        Assert.Null(await _desk.Change.DisableAsync(admin, sato.Id));
        Assert.Equal((null, PersonProblem.Disabled), await _desk.Invitations.RenewAsync(admin, sato.Id));
        Assert.Equal(PersonProblem.Disabled, (await _desk.AcceptAsync(token!, null)).Problem);
    }
}
