using MedtechBot.People;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace MedtechBot.Host.Tests.Desk;

/// <summary>The desk by keyboard, while others change what is on the screen.</summary>
public sealed class DeskInBrowserTests(ProductHost host, Browser browser) : IClassFixture<ProductHost>, IClassFixture<Browser>
{
    [SkippableTheory]
    [InlineData(false, "desk-live-desktop")]
    [InlineData(true, "desk-live-phone")]
    public async Task A_coordinator_works_by_keyboard_sees_what_others_do_and_cites_without_losing_a_word(bool phone, string name)
    {
        var page = await browser.OpenAsync(host.Address, phone);
        var complaints = new List<string>();
        page.Console += (_, message) =>
        {
            // Taking pictures styles the page from outside, which its policy rightly refuses.
            if (message.Type == "error" && Environment.GetEnvironmentVariable("SCREENSHOTS") is null)
            {
                complaints.Add(message.Text);
            }
        };
        await page.GotoAsync("/desk/sign-in/" + await host.Services.GetRequiredService<DeskLinks>().CreateAsync(Role.Coordinator));
        await page.GetByLabel("お名前").FillAsync(phone ? "高橋" : "田中");
        await page.GetByRole(AriaRole.Button, new() { Name = "デスクに入る" }).ClickAsync();
        await Assertions.Expect(page.Locator("body[data-live=on]")).ToBeVisibleAsync();

        // A new ticket comes into the list by itself.
        var (number, _) = await DeskClient.OpenTicketAsync(host, SmallKnowledge.Question);
        await Assertions.Expect(page.Locator("#ticket-" + number)).ToBeVisibleAsync();
        await Browser.ShootAsync(page, name + "-1-queue");
        await page.Keyboard.PressAsync("?");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "キー操作" })).ToBeVisibleAsync();
        await Browser.ShootAsync(page, name + "-2-keys");
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("/");
        await page.Keyboard.TypeAsync("jk?");
        await Assertions.Expect(page.Locator("#q")).ToHaveValueAsync("jk?");
        await page.Keyboard.PressAsync("Escape");
        for (var moved = 0; moved < 10 && await page.EvaluateAsync<string>("document.activeElement.id") != "ticket-" + number; moved++)
        {
            await page.Keyboard.PressAsync("j");
        }
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("body[data-live=on] #ticket-head")).ToContainTextAsync(number);
        await page.Keyboard.PressAsync("t");
        await Assertions.Expect(page.Locator("#reply-form")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("body[data-live=on]")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("r");
        await page.Keyboard.TypeAsync("just typed text");

        // Somebody else writes a note meanwhile.
        using var suzuki = await DeskClient.SignedInAsync(host, "鈴木", Role.Coordinator);
        await suzuki.SendFormAsync("/desk", $"/desk/tickets/{number}/note", ("note", "隣の席からのメモ"));
        await Assertions.Expect(page.GetByText("隣の席からのメモ")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#text")).ToHaveValueAsync("just typed text");
        await Browser.ShootAsync(page, name + "-3-changed");
        await page.Locator("#seen-change").ClickAsync();

        // A quote is found, chosen and goes with the reply.
        await page.Locator("#passage-search").FillAsync("受付時間");
        await Assertions.Expect(page.Locator("#passages").GetByText("平日の10時から17時")).ToBeVisibleAsync();
        await page.Locator("#passages label.quote", new() { HasText = "平日の10時から17時" }).First.ClickAsync();
        await Assertions.Expect(page.Locator("#cited li")).ToHaveCountAsync(1);
        await Browser.ShootAsync(page, name + "-4-cited");
        Assert.Equal(page.ViewportSize!.Width, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        await page.GetByRole(AriaRole.Button, new() { Name = "回答を送る" }).ClickAsync();
        await Assertions.Expect(page.Locator(".history .sources")).ToContainTextAsync("平日の10時から17時");

        // Closed, and taken back.
        await page.Locator("#outcome").SelectOptionAsync("answered");
        await page.GetByRole(AriaRole.Button, new() { Name = "完了にする" }).ClickAsync();
        await Browser.ShootAsync(page, name + "-5-closed");
        await page.GetByRole(AriaRole.Button, new() { Name = "完了を取り消す" }).ClickAsync();
        await Assertions.Expect(page.GetByText("が再開しました")).ToBeVisibleAsync();
        Assert.Empty(complaints);
        await page.Context.CloseAsync();
    }
}
