using MedtechBot.People;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace MedtechBot.Host.Tests.Desk;

/// <summary>A consultation from its question to its rating, with two people at their browsers.</summary>
public sealed class ConsultationInBrowserTests(ProductHost host, Browser browser) : IClassFixture<ProductHost>, IClassFixture<Browser>
{
    private const string Laboratory = "神奈川の試験機関";

    [SkippableTheory]
    [InlineData(false, "walk-desktop")]
    [InlineData(true, "walk-phone")]
    public async Task A_matter_is_asked_taken_answered_passed_on_closed_and_rated(bool phone, string name)
    {
        var asker = await browser.OpenAsync(host.Address, phone);
        var desk = await browser.OpenAsync(host.Address, phone);

        var number = await AskAndFileAsync(asker, name);
        await EnterAndTakeAsync(desk, number, name);
        await ReplyAsync(desk, asker, name);
        await WriteBackAsync(asker, desk, name);
        await PassOnAsync(desk, asker, name);
        await CloseAsync(desk, number, name);
        await RateAsync(asker, number, name);

        await desk.ReloadAsync();
        await Assertions.Expect(desk.GetByText("とても助かりました")).ToBeVisibleAsync();
        foreach (var page in new[] { asker, desk })
        {
            Assert.Equal(page.ViewportSize!.Width, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
            await page.Context.CloseAsync();
        }
    }

    private static async Task<string> AskAndFileAsync(IPage asker, string name)
    {
        await asker.GotoAsync("/");
        await SayAsync(asker, "火星での治験の届出先はどこですか");
        await asker.Locator("input[type=email]").Last.FillAsync("asker@example.jp");
        await Browser.ShootAsync(asker, name + "-1-card");
        await asker.Locator(".ac-pushButton").Filter(new() { HasText = "この内容で相談する" }).Last.ClickAsync();
        await Assertions.Expect(asker.GetByText("受付番号は").First).ToBeVisibleAsync();
        return await asker.Locator("strong").Filter(new() { HasText = "C-" }).First.InnerTextAsync();
    }

    private async Task EnterAndTakeAsync(IPage desk, string number, string name)
    {
        await desk.GotoAsync("/desk/sign-in/" + await host.Services.GetRequiredService<DeskLinks>().CreateAsync());
        await desk.GetByLabel("お名前").FillAsync("佐藤 " + name);
        await Browser.ShootAsync(desk, name + "-2-sign-in");
        await desk.GetByRole(AriaRole.Button, new() { Name = "デスクに入る" }).ClickAsync();
        await Browser.ShootAsync(desk, name + "-3-list");
        await desk.GetByText(number).ClickAsync();
        await desk.GetByRole(AriaRole.Button, new() { Name = "担当する" }).ClickAsync();
    }

    private static async Task ReplyAsync(IPage desk, IPage asker, string name)
    {
        await desk.GetByLabel("相談者への回答").FillAsync("PMDAにお尋ねください。\nhttps://www.pmda.go.jp/");
        await Browser.ShootAsync(desk, name + "-4-ticket");
        await desk.GetByRole(AriaRole.Button, new() { Name = "回答を送る" }).ClickAsync();
        await Assertions.Expect(desk.GetByText("さんが回答しました")).ToBeVisibleAsync();

        await Assertions.Expect(asker.GetByText("PMDAにお尋ねください。").First).ToBeVisibleAsync();
        await Browser.ShootAsync(asker, name + "-5-reply");
        await asker.ReloadAsync();
        await Assertions.Expect(asker.GetByText("PMDAにお尋ねください。").First).ToBeVisibleAsync();
        await Assertions.Expect(asker.Locator("a[href='https://www.pmda.go.jp/']").First).ToBeVisibleAsync();
    }

    private static async Task WriteBackAsync(IPage asker, IPage desk, string name)
    {
        await SayAsync(asker, "試験機関も紹介してもらえますか");
        await Assertions.Expect(asker.GetByText("さんに伝えました").First).ToBeVisibleAsync();
        // The open page at the desk fetches it by itself.
        await Assertions.Expect(desk.Locator("section[aria-labelledby=history]").GetByText("試験機関も紹介してもらえますか")).ToBeVisibleAsync();
        await Browser.ShootAsync(asker, name + "-6-asker-wrote");
        await Browser.ShootAsync(desk, name + "-7-live");
    }

    private static async Task PassOnAsync(IPage desk, IPage asker, string name)
    {
        await desk.GetByText("新しく紹介する").ClickAsync();
        await desk.GetByLabel("紹介先(機関・地域)").FillAsync(Laboratory);
        await desk.GetByLabel("紹介の理由").FillAsync("生物学的安全性の試験ができるため");
        await desk.GetByRole(AriaRole.Button, new() { Name = "紹介を始める" }).ClickAsync();
        await asker.Locator(".ac-pushButton").Filter(new() { HasText = "紹介を希望します" }).Last.ClickAsync();
        await Assertions.Expect(asker.GetByText("ご紹介を進め、進み具合をこの会話でお知らせします。").First).ToBeVisibleAsync();
        // The answer moves the open page at the desk on.
        await Assertions.Expect(desk.Locator(".referral li.done")).ToHaveCountAsync(2);
        await Browser.ShootAsync(desk, name + "-8-referral");
        for (var done = 2; done < 9; done++)
        {
            if (done == 6)
            {
                await desk.GetByLabel("誰から、いつ、どのように承諾を得たか").FillAsync("試験機関の山田さんから電話で");
            }
            await desk.GetByRole(AriaRole.Button, new() { Name = "へ進める" }).ClickAsync();
            await Assertions.Expect(desk.Locator(".referral li.done")).ToHaveCountAsync(done + 1);
        }
        await Browser.ShootAsync(desk, name + "-9-all-steps");
    }

    private static async Task CloseAsync(IPage desk, string number, string name)
    {
        await desk.GetByLabel("完了にする(結果)").SelectOptionAsync("introduced");
        await desk.GetByRole(AriaRole.Button, new() { Name = "完了にする" }).ClickAsync();
        await Assertions.Expect(desk.GetByRole(AriaRole.Button, new() { Name = "取り消す" })).ToBeVisibleAsync();
        await Browser.ShootAsync(desk, name + "-10-closed");
        await desk.GotoAsync("/desk/tickets/" + number);
    }

    private static async Task RateAsync(IPage asker, string number, string name)
    {
        await asker.GotoAsync("/consultations");
        await asker.GetByText(number).ClickAsync();
        await Assertions.Expect(asker.GetByText(Laboratory).First).ToBeVisibleAsync();
        await asker.GetByLabel("対応の評価").SelectOptionAsync("4");
        await asker.GetByLabel("ひとこと(任意)").FillAsync("とても助かりました");
        await asker.GetByRole(AriaRole.Button, new() { Name = "評価を送る" }).ClickAsync();
        await Assertions.Expect(asker.GetByRole(AriaRole.Button, new() { Name = "評価を変える" })).ToBeVisibleAsync();
        await Browser.ShootAsync(asker, name + "-11-rated");
    }

    private static async Task SayAsync(IPage asker, string words)
    {
        // What is typed before the chat is connected is asked by the page, not by Web Chat.
        await asker.Locator("#shell[hidden]").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        var box = asker.Locator("[data-id='webchat-sendbox-input']");
        await box.FillAsync(words);
        await box.PressAsync("Enter");
    }
}
