using MedtechBot.Consultations;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace MedtechBot.Host.Tests.WebChat;

public sealed class TicketsInChatTests(ProductHost host, Browser browser) : IClassFixture<ProductHost>, IClassFixture<Browser>
{
    [SkippableTheory]
    [InlineData(false, "tickets-in-chat-desktop")]
    [InlineData(true, "tickets-in-chat-phone")]
    public async Task After_filing_the_asker_opens_finds_adds_to_and_withdraws_the_consultation_from_the_chat(bool phone, string name)
    {
        var page = await browser.OpenAsync(host.Address, phone);
        await page.GotoAsync("/");
        var box = page.Locator("[data-id='webchat-sendbox-input']");
        await box.FillAsync("火星での治験の届出先はどこですか");
        await box.PressAsync("Enter");
        await page.Locator("input[type=email]").Last.FillAsync("asker@example.jp");
        await ButtonOf(page, "この内容で相談する").ClickAsync();
        var link = page.Locator("a[href^='http'][href*='/consultations/C-']").First;
        await Assertions.Expect(link).ToBeVisibleAsync();
        await Browser.ShootAsync(page, name + "-1-filed");
        TicketNumber.TryParse((await link.GetAttributeAsync("href"))!.Split('/')[^1], out var number);
        var opened = await page.RunAndWaitForPopupAsync(() => link.ClickAsync());
        await Assertions.Expect(opened.GetByRole(AriaRole.Heading, new() { Name = number.Value })).ToBeVisibleAsync();
        await opened.CloseAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "自分の相談" }).Last.ClickAsync();
        await page.GetByLabel("追加の情報・ご返答").Last.FillAsync("期限は来月です");
        await Browser.ShootAsync(page, name + "-2-list");
        await ButtonOf(page, "この相談に追加する").ClickAsync();
        await Assertions.Expect(page.GetByText("担当者が決まりしだい").First).ToBeVisibleAsync();
        Assert.Equal("期限は来月です", Assert.Single((await FindAsync(number)).History.OfType<AskerWrote>()).Text);

        await ButtonOf(page, "この相談を取り下げる").ClickAsync();
        await ButtonOf(page, $"{number} を取り下げる").ClickAsync();
        await Assertions.Expect(page.GetByText($"{number} を取り下げました").First).ToBeVisibleAsync();
        Assert.Equal(TicketOutcome.Withdrawn, (await FindAsync(number)).Outcome);
        await Browser.ShootAsync(page, name + "-3-withdrawn");
        Assert.Equal(page.ViewportSize!.Width, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        await page.Context.CloseAsync();
    }

    private static ILocator ButtonOf(IPage page, string text) => page.Locator(".ac-pushButton").Filter(new() { HasText = text }).Last;

    private async Task<Ticket> FindAsync(TicketNumber number) => (await host.Services.GetRequiredService<TicketStore>().FindAsync(number))!;
}
