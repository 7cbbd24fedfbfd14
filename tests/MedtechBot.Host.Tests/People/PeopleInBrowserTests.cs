using MedtechBot.People;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace MedtechBot.Host.Tests.People;

public sealed class PeopleInBrowserTests(OpenDesk host, Browser browser) : IClassFixture<OpenDesk>, IClassFixture<Browser>
{
    [SkippableTheory]
    [InlineData(false, "people-desktop", "佐藤 花子")]
    [InlineData(true, "people-phone", "鈴木 一郎")]
    public async Task An_administrator_invites_somebody_who_chooses_a_password_and_comes_back_with_it(bool phone, string shot, string name)
    {
        var admin = await browser.OpenAsync(host.Address, phone);
        await admin.GotoAsync("/desk/sign-in/" + await host.Services.GetRequiredService<DeskLinks>().CreateAsync());
        await admin.GetByLabel("お名前").FillAsync("管理者");
        await admin.GetByRole(AriaRole.Button, new() { Name = "デスクに入る" }).ClickAsync();
        await admin.GetByRole(AriaRole.Link, new() { Name = "利用者" }).ClickAsync();
        await admin.GetByLabel("役割").SelectOptionAsync("expert");
        await admin.GetByLabel("地域").FillAsync("大阪");
        await admin.GetByLabel("専門分野").FillAsync("治験\n知財");
        await LookAsync(admin, shot + "-1-people");
        await admin.GetByRole(AriaRole.Button, new() { Name = "招待リンクを作る" }).ClickAsync();
        var link = await admin.GetByLabel("リンク", new() { Exact = true }).InputValueAsync();
        // Browsers offer the clipboard to this machine's own pages.
        await Assertions.Expect(admin.GetByRole(AriaRole.Button, new() { Name = "コピーする" })).ToBeVisibleAsync();
        await LookAsync(admin, shot + "-2-link");

        var invited = await browser.OpenAsync(host.Address, phone);
        await invited.GotoAsync(new Uri(link).AbsolutePath);
        await invited.GetByLabel("お名前").FillAsync(name);
        await invited.GetByLabel("パスワード").FillAsync(DeskAccounts.Password);
        await invited.GetByLabel("もう一度").FillAsync(DeskAccounts.Password);
        await LookAsync(invited, shot + "-3-invitation");
        await invited.GetByRole(AriaRole.Button, new() { Name = "デスクに入る" }).ClickAsync();
        await invited.GetByRole(AriaRole.Link, new() { Name = name + " さん" }).ClickAsync();
        await LookAsync(invited, shot + "-4-account");
        await invited.GetByRole(AriaRole.Button, new() { Name = "サインアウト", Exact = true }).ClickAsync();
        await LookAsync(invited, shot + "-5-needed");
        await invited.GetByRole(AriaRole.Link, new() { Name = "サインイン" }).ClickAsync();
        await invited.GetByLabel("お名前またはメールアドレス").FillAsync(name);
        await invited.GetByLabel("パスワード").FillAsync(DeskAccounts.Password);
        await LookAsync(invited, shot + "-6-sign-in");
        await invited.GetByRole(AriaRole.Button, new() { Name = "サインイン" }).ClickAsync();
        await Assertions.Expect(invited.GetByText(name + " さん")).ToBeVisibleAsync();

        await admin.GotoAsync("/desk/people");
        await admin.GetByRole(AriaRole.Link, new() { Name = name }).ClickAsync();
        await LookAsync(admin, shot + "-7-person");
        await admin.GetByRole(AriaRole.Link, new() { Name = "この人の監査記録" }).ClickAsync();
        await Assertions.Expect(admin.GetByRole(AriaRole.Cell, new() { Name = "サインイン" }).First).ToBeVisibleAsync();
        await LookAsync(admin, shot + "-8-audit");
        await admin.Context.CloseAsync();
        await invited.Context.CloseAsync();
    }

    private static async Task LookAsync(IPage page, string shot)
    {
        Assert.Equal(page.ViewportSize!.Width, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        await Browser.ShootAsync(page, shot);
    }
}
