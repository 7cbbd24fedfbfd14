using MedtechBot.People;

namespace MedtechBot.Tests.People;

public sealed class AuditLogTests : IDisposable
{
    private readonly DeskPeople _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task Lines_are_found_by_person_by_ticket_and_page_by_page()
    {
        Person sato = new("s", "佐藤", Role.Coordinator), suzuki = new("z", "鈴木", Role.Expert);
        await _desk.Audit.AddAsync(new AuditEntry(sato, "viewed") { Ticket = "C-2026-0001" });
        await _desk.Audit.AddAsync(new AuditEntry(suzuki, "viewed") { Ticket = "C-2026-0002", Outcome = AuditOutcome.Refused });
        await _desk.Audit.AddAsync(new AuditEntry(suzuki, "changed-person") { Subject = sato });
        await _desk.Audit.AddAsync(new AuditEntry(null, "signed-in") { Outcome = AuditOutcome.Refused });

        Assert.Equal(["changed-person", "viewed"], await ActionsAsync(new("s", null, null)));
        Assert.Equal(["viewed"], await ActionsAsync(new(null, "C-2026-0002", null)));
        var newest = await _desk.Audit.ReadAsync(new(null, null, null), 3);
        Assert.Equal(["signed-in", "changed-person", "viewed"], newest.Select(l => l.Action));
        Assert.Equal("C-2026-0001", Assert.Single(await _desk.Audit.ReadAsync(new(null, null, newest[^1].Id), 3)).Ticket);
    }

    [Fact]
    public async Task Whoever_comes_in_and_whoever_is_changed_stands_in_the_log()
    {
        var admin = (await _desk.AddAsync("管理")).Person;
        var sato = (await _desk.AcceptAsync(await _desk.InviteAsync(admin, "佐藤"), null)).Person!;
        await _desk.Invitations.RenewAsync(admin, sato.Id);
        await _desk.Change.DisableAsync(admin, sato.Id);
        await _desk.Change.DisableAsync(admin, admin.Id);
        await _desk.Keys.AddAsync(null, "CRM", Role.Expert);
        await _desk.Keys.RevokeAsync(admin, "CRM");

        Assert.Equal(
            [
                " made-link  Done", "管理 added-person 管理 Done", "管理 signed-in 管理 Done", "管理 invited 佐藤 Done", "佐藤 accepted-invitation 佐藤 Done",
                "管理 renewed-link 佐藤 Done", "管理 disabled-person 佐藤 Done", "管理 disabled-person 管理 Refused",
                " added-key API: CRM Done", "管理 revoked-key API: CRM Done",
            ],
            await _desk.LinesAsync());
    }

    private async Task<IEnumerable<string>> ActionsAsync(AuditFilter filter) => (await _desk.Audit.ReadAsync(filter, 10)).Select(l => l.Action);
}
