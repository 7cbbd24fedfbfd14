using Microsoft.Playwright;

namespace MedtechBot.Host.Tests.QuickPage;

/// <summary>The consultation form as an asker fills it in, in the chat and on the page.</summary>
public sealed class ConsultBrowserTests(ProductHost host, Browser browser) : IClassFixture<ProductHost>, IClassFixture<Browser>
{
    [SkippableTheory]
    [InlineData(false, "intake-card-desktop")]
    [InlineData(true, "intake-card-phone")]
    public async Task In_the_chat_the_form_is_filled_put_off_brought_back_and_sent(bool phone, string name)
    {
        var page = await browser.OpenAsync(host.Address, phone);
        await page.GotoAsync("/");
        // What is typed before the chat is connected is asked by the page, not by Web Chat.
        await page.Locator("#shell[hidden]").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        var box = page.Locator("[data-id='webchat-sendbox-input']");
        await box.FillAsync("福島県の町工場です。火星での治験に使うセンサーの試作品ができました。届出先はどこですか");
        await box.PressAsync("Enter");
        await page.GetByLabel("連絡先メールアドレス").FillAsync("asker@example.jp");
        await page.GetByText("もっと詳しく").ClickAsync();
        await page.GetByLabel("製品の概要").FillAsync("離れた場所の見守りセンサー");
        await Browser.ShootAsync(page, name + "-1-filled");
        await page.Locator(".ac-pushButton").Filter(new() { HasText = "あとで続ける" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "相談を続ける" }).Last.ClickAsync();
        // The form put off stays above, with the same words in it; the one brought back is a second one.
        await Assertions.Expect(page.GetByLabel("製品の概要")).ToHaveCountAsync(2);
        var product = page.GetByLabel("製品の概要").Last;
        await Assertions.Expect(product).ToHaveValueAsync("離れた場所の見守りセンサー");
        await Assertions.Expect(page.GetByLabel("連絡先メールアドレス").Last).ToHaveValueAsync("asker@example.jp");
        await Browser.ShootAsync(page, name + "-2-back");
        await page.GetByLabel("何をすべきか(What)").Last.CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "この内容で相談する" }).Last.ClickAsync();
        await Assertions.Expect(page.GetByText("受付番号は").First).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("原則無料の伴走相談です").First).ToBeVisibleAsync();
        await Browser.ShootAsync(page, name + "-3-sent");
        await page.Context.CloseAsync();
    }

    [SkippableTheory]
    [InlineData(false, "intake-page-desktop")]
    [InlineData(true, "intake-page-phone")]
    public async Task On_the_page_the_form_is_filled_put_off_corrected_checked_and_sent(bool phone, string name)
    {
        var page = await browser.OpenAsync(host.Address, phone);
        await page.GotoAsync("/ask");
        await page.GetByLabel("質問").FillAsync("福島県の町工場です。火星での治験に使うセンサーの試作品ができました。届出先はどこですか");
        await page.GetByRole(AriaRole.Button, new() { Name = "質問する" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "相談の内容を確かめて送る" }).ClickAsync();
        await Browser.ShootAsync(page, name + "-1-form");
        await page.GetByText("もっと詳しく").ClickAsync();
        await Assertions.Expect(page.GetByLabel("都道府県")).ToHaveValueAsync("福島県");
        await page.GetByLabel("製品の概要").FillAsync("離れた場所の見守りセンサー");
        await Browser.ShootAsync(page, name + "-2-details");
        await page.GetByRole(AriaRole.Button, new() { Name = "あとで続ける" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("保存しました");
        await page.GetByRole(AriaRole.Button, new() { Name = "内容を確かめる" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await Browser.ShootAsync(page, name + "-3-missing");
        await page.GetByLabel("連絡先メールアドレス").FillAsync("asker@example.jp");
        await page.GetByRole(AriaRole.Button, new() { Name = "内容を確かめる" }).ClickAsync();
        await Assertions.Expect(page.GetByText("離れた場所の見守りセンサー")).ToBeVisibleAsync();
        await Browser.ShootAsync(page, name + "-4-check");
        Assert.Equal(page.ViewportSize!.Width, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        await page.GetByRole(AriaRole.Button, new() { Name = "この内容で相談する" }).ClickAsync();
        await Assertions.Expect(page.GetByText("受付番号は").First).ToBeVisibleAsync();
        await Browser.ShootAsync(page, name + "-5-sent");
        await page.Context.CloseAsync();
    }
}
