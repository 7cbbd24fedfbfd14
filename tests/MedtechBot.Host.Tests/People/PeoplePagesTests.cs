using System.Net;
using MedtechBot.Host.Tests.Desk;
using MedtechBot.People;

namespace MedtechBot.Host.Tests.People;

public sealed class PeoplePagesTests(OpenDesk host) : IClassFixture<OpenDesk>
{
    [Fact]
    public async Task An_administrator_changes_disables_and_brings_back_somebody()
    {
        await DeskAccounts.AddAsync(host, "佐藤", Role.Expert);
        using var sato = new DeskClient(host);
        await DeskAccounts.SignInAsync(sato, "佐藤", DeskAccounts.Password);
        using var admin = await DeskClient.SignedInAsync(host, "管理者");
        var path = "/desk/people/" + (await DeskAccounts.FindAsync(host, "佐藤")).Id;

        Assert.Equal(HttpStatusCode.SeeOther, (await admin.SendFormAsync(path, path, ("role", "admin"), ("region", "大阪"), ("fields", "治験\n知財"))).Status);
        Assert.Contains("大阪", (await admin.GetAsync("/desk/people")).Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await sato.GetAsync("/desk/people")).Status);

        Assert.Equal(HttpStatusCode.SeeOther, (await admin.SendFormAsync(path, path + "/disable")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await sato.GetAsync("/desk")).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await admin.SendFormAsync(path, path + "/enable")).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await DeskAccounts.SignInAsync(sato, "佐藤", DeskAccounts.Password)).Status);
    }

    [Theory]
    [InlineData("role", "owner")]
    [InlineData("email", "not an address")]
    [InlineData("name", "管理者")]
    [InlineData("name", "<script>alert(1)</script> and far too long to be anybody's name")]
    public async Task An_invitation_that_cannot_be_made_says_why_and_keeps_what_was_typed(string field, string value)
    {
        using var admin = await DeskClient.SignedInAsync(host, "管理者");

        var answer = await admin.SendFormAsync("/desk/people", "/desk/people/invite", ("role", "expert"), ("region", "東北"), (field, value));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("value=\"東北\"", answer.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", answer.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_password_is_changed_by_who_knows_it_and_other_sessions_end()
    {
        await DeskAccounts.AddAsync(host, "鈴木");
        using var desk = new DeskClient(host);
        using var phone = new DeskClient(host);
        await DeskAccounts.SignInAsync(desk, "鈴木", DeskAccounts.Password);
        await DeskAccounts.SignInAsync(phone, "鈴木", DeskAccounts.Password);
        (string, string)[] wanted = [("password", "まったく新しいパスワード"), ("again", "まったく新しいパスワード")];

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await desk.SendFormAsync("/desk/account", "/desk/account/password", [("current", "違う"), .. wanted])).Status);
        Assert.Equal(HttpStatusCode.OK, (await phone.GetAsync("/desk")).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await desk.SendFormAsync("/desk/account", "/desk/account/password", [("current", DeskAccounts.Password), .. wanted])).Status);

        Assert.Equal(HttpStatusCode.OK, (await desk.GetAsync("/desk/account")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await phone.GetAsync("/desk")).Status);
    }

    [Fact]
    public async Task Who_came_by_the_consoles_link_sets_a_first_password_and_signs_out_everywhere()
    {
        using var here = await DeskClient.SignedInAsync(host, "田中");
        using var there = await DeskClient.SignedInAsync(host, "田中");
        await here.SendFormAsync("/desk/account", "/desk/account/password", ("password", DeskAccounts.Password), ("again", DeskAccounts.Password));
        Assert.Equal(HttpStatusCode.SeeOther, (await DeskAccounts.SignInAsync(there, "田中", DeskAccounts.Password)).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await here.SendFormAsync("/desk/account", "/desk/account/sign-out-everywhere")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await here.GetAsync("/desk")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await there.GetAsync("/desk")).Status);
    }

    [Fact]
    public async Task Hostile_addresses_and_forms_get_a_refusal_and_no_failure()
    {
        using var admin = await DeskClient.SignedInAsync(host, "管理者");
        // The server itself refuses what is no address at all.
        HttpStatusCode[] refusals = [HttpStatusCode.NotFound, HttpStatusCode.BadRequest];
        foreach (var id in new[] { "nobody", "%00", "%F0%9F", new string('x', 2_000), "..%2f", "%22%3E%3Cscript%3E" })
        {
            Assert.Contains((await admin.GetAsync("/desk/people/" + id)).Status, refusals);
            foreach (var action in new[] { "", "/disable", "/enable", "/link" })
            {
                Assert.Contains((await admin.SendFormAsync("/desk/people", $"/desk/people/{id}{action}", ("role", "admin"))).Status, refusals);
            }
        }
        Assert.Equal(HttpStatusCode.SeeOther, (await admin.SendFormAsync("/desk/people", "/desk/people/invitations/nobody/revoke")).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await admin.SendFormAsync("/desk/people", "/desk/people/keys/revoke", ("name", "いないキー"))).Status);
    }
}
