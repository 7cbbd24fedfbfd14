using MedtechBot.People;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace MedtechBot.Host.Tests.Desk;

public sealed class ConsultationInBrowserTests(ProductHost host, Browser browser) : IClassFixture<ProductHost>, IClassFixture<Browser>
{
    [SkippableTheory]
    [InlineData(false, "desk-desktop")]
    [InlineData(true, "desk-phone")]
    public async Task A_question_without_answer_becomes_a_ticket_and_the_coordinators_reply_comes_back_into_the_chat(bool phone, string name)
    {
        var asker = await browser.OpenAsync(host.Address, phone);
        await asker.GotoAsync("/");
        var box = asker.Locator("[data-id='webchat-sendbox-input']");
        await box.FillAsync("火星での治験の届出先はどこですか");
        await box.PressAsync("Enter");
        await asker.Locator("input[type=email]").Last.FillAsync("asker@example.jp");
        await Browser.ShootAsync(asker, name + "-1-card");
        await asker.GetByRole(AriaRole.Button, new() { Name = "この内容で相談する" }).Last.ClickAsync();
        var confirmation = asker.GetByText("受付番号は").First;
        await Assertions.Expect(confirmation).ToBeVisibleAsync();
        var number = await asker.Locator("strong").Filter(new() { HasText = "C-" }).First.InnerTextAsync();

        var desk = await browser.OpenAsync(host.Address, phone);
        await desk.GotoAsync("/desk/sign-in/" + await host.Services.GetRequiredService<DeskLinks>().CreateAsync());
        await desk.GetByLabel("お名前").FillAsync("佐藤");
        await Browser.ShootAsync(desk, name + "-2-sign-in");
        await desk.GetByRole(AriaRole.Button, new() { Name = "デスクに入る" }).ClickAsync();
        await Browser.ShootAsync(desk, name + "-3-list");
        await desk.GetByText(number).ClickAsync();
        await desk.GetByRole(AriaRole.Button, new() { Name = "担当する" }).ClickAsync();
        await desk.GetByLabel("相談者への回答").FillAsync("PMDAにお尋ねください。\nhttps://www.pmda.go.jp/");
        await Browser.ShootAsync(desk, name + "-4-ticket");
        await desk.GetByRole(AriaRole.Button, new() { Name = "回答を送る" }).ClickAsync();
        await Assertions.Expect(desk.GetByText("佐藤さんが回答しました")).ToBeVisibleAsync();
        await Browser.ShootAsync(desk, name + "-5-answered");
        Assert.Equal(desk.ViewportSize!.Width, await desk.EvaluateAsync<int>("document.documentElement.scrollWidth"));

        await Assertions.Expect(asker.GetByText("PMDAにお尋ねください。").First).ToBeVisibleAsync();
        await Browser.ShootAsync(asker, name + "-6-reply");
        await asker.ReloadAsync();
        await Assertions.Expect(asker.GetByText("PMDAにお尋ねください。").First).ToBeVisibleAsync();
        await Assertions.Expect(asker.Locator("a[href='https://www.pmda.go.jp/']").First).ToBeVisibleAsync();
        await asker.Context.CloseAsync();
        await desk.Context.CloseAsync();
    }
}
