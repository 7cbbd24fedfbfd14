using System.Net;
using MedtechBot.Host.Tests.Desk;
using MedtechBot.People;

namespace MedtechBot.Host.Tests.People;

public sealed class InvitationEntryTests(OpenDesk host) : IClassFixture<OpenDesk>
{
    [Fact]
    public async Task An_invitation_is_opened_as_often_as_one_likes_and_used_once()
    {
        using var admin = await DeskClient.SignedInAsync(host, "管理者");
        var link = await DeskAccounts.InviteAsync(admin, ("role", "expert"));
        using var preview = new DeskClient(host);
        Assert.Equal(HttpStatusCode.OK, (await preview.GetAsync(link)).Status);
        using var invited = new DeskClient(host);
        Assert.Equal(HttpStatusCode.SeeOther, (await DeskAccounts.AcceptAsync(invited, link, "佐藤")).Status);
        Assert.Contains("佐藤 さん", (await invited.GetAsync("/desk")).Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await invited.GetAsync("/desk/people")).Status);

        Assert.Equal(HttpStatusCode.Unauthorized, (await preview.GetAsync(link)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await preview.SendFormAsync("/desk/sign-in", link, ("name", "もう一人"), ("password", DeskAccounts.Password), ("again", DeskAccounts.Password))).Status);
    }

    [Theory]
    [InlineData("鈴木", "短い", "短い")]
    [InlineData("鈴木", "正しい馬と電池とホチキス", "違う馬と電池とホチキスX")]
    [InlineData("suzuki ichiro", "Suzuki Ichiro", "Suzuki Ichiro")]
    [InlineData("", "正しい馬と電池とホチキス", "正しい馬と電池とホチキス")]
    [InlineData("管理者", "正しい馬と電池とホチキス", "正しい馬と電池とホチキス")]
    [InlineData("API: 鈴木", "正しい馬と電池とホチキス", "正しい馬と電池とホチキス")]
    public async Task What_must_be_put_right_leaves_the_invitation_open_and_the_password_unsaid(string name, string password, string again)
    {
        using var admin = await DeskClient.SignedInAsync(host, "管理者");
        var link = await DeskAccounts.InviteAsync(admin);
        using var invited = new DeskClient(host);

        var answer = await invited.SendFormAsync(link, link, ("name", name), ("password", password), ("again", again));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("role=\"alert\"", answer.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("電池", answer.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await invited.GetAsync(link)).Status);
    }

    [Fact]
    public async Task A_forged_form_accepts_nothing()
    {
        using var admin = await DeskClient.SignedInAsync(host, "管理者");
        var link = await DeskAccounts.InviteAsync(admin);
        using var stranger = new DeskClient(host);
        Dictionary<string, string> form = new() { ["name"] = "偽物", ["password"] = DeskAccounts.Password, ["again"] = DeskAccounts.Password };
        Assert.Equal(HttpStatusCode.BadRequest, (await stranger.PostAsync(link, form)).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await stranger.PostAsync(link, new(form) { ["__RequestVerificationToken"] = "made-up" })).Status);
        Assert.Equal(HttpStatusCode.OK, (await stranger.GetAsync(link)).Status);
    }

    [Fact]
    public async Task A_name_that_the_invitation_gives_cannot_be_changed()
    {
        using var admin = await DeskClient.SignedInAsync(host, "管理者");
        var link = await DeskAccounts.InviteAsync(admin, ("name", "田中"));
        using var invited = new DeskClient(host);
        Assert.Equal(HttpStatusCode.SeeOther, (await DeskAccounts.AcceptAsync(invited, link, "管理者")).Status);
        Assert.Contains("田中 さん", (await invited.GetAsync("/desk")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_revoked_invitation_opens_nothing()
    {
        using var admin = await DeskClient.SignedInAsync(host, "管理者");
        var link = await DeskAccounts.InviteAsync(admin, ("email", "revoked@example.jp"));
        var page = await admin.GetAsync("/desk/people");
        var revoke = System.Text.RegularExpressions.Regex.Matches(page.Html, "/desk/people/invitations/[0-9a-f]{32}/revoke")
            .Single(m => page.Html[m.Index..].Split("</li>")[0].Contains("revoked@example.jp", StringComparison.Ordinal)).Value;
        Assert.Equal(HttpStatusCode.SeeOther, (await admin.SendFormAsync(page, revoke)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await admin.GetAsync(link)).Status);
        Assert.DoesNotContain("revoked@example.jp", (await admin.GetAsync("/desk/people")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_forgot_the_password_gets_a_new_link_and_old_sessions_end()
    {
        await DeskAccounts.AddAsync(host, "高橋");
        using var before = new DeskClient(host);
        await DeskAccounts.SignInAsync(before, "高橋", DeskAccounts.Password);
        using var admin = await DeskClient.SignedInAsync(host, "管理者");
        var path = "/desk/people/" + (await DeskAccounts.FindAsync(host, "高橋")).Id;
        var link = System.Text.RegularExpressions.Regex.Match((await admin.SendFormAsync(path, path + "/link")).Html, "/desk/invitation/[0-9a-f]{64}").Value;
        using var after = new DeskClient(host);

        Assert.Equal(HttpStatusCode.SeeOther, (await DeskAccounts.AcceptAsync(after, link, "", "まったく新しいパスワード")).Status);

        Assert.Equal(HttpStatusCode.OK, (await after.GetAsync("/desk")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await before.GetAsync("/desk")).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await DeskAccounts.SignInAsync(before, "高橋", DeskAccounts.Password)).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await DeskAccounts.SignInAsync(before, "高橋", "まったく新しいパスワード")).Status);
    }
}
