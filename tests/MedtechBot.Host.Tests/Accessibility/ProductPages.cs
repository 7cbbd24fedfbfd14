using MedtechBot.Channels;
using MedtechBot.Host.Tests.Desk;
using MedtechBot.People;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace MedtechBot.Host.Tests.Accessibility;

/// <summary>Every page of the product, each with the way to it. A new page is one more line.</summary>
internal static class ProductPages
{
    private const string Unanswerable = "火星での治験の届出先はどこですか";

    public static readonly IReadOnlyList<ProductPage> All =
    [
        new("chat", (page, _) => page.GotoAsync("/"), "#shell[hidden]"),
        new("chat with an answer", (page, _) => AskInChatAsync(page, SmallKnowledge.Question), "#chat .live a[href*='/knowledge/test-support']"),
        new("chat with the form", (page, _) => AskInChatAsync(page, Unanswerable), "#chat .live input[type=email]"),
        new("question", (page, _) => page.GotoAsync("/ask"), "textarea"),
        new("question in English", (page, _) => page.GotoAsync("/ask?lang=en"), "textarea"),
        new("answer", AskAsync, ".cites"),
        new("consultation form", (page, _) => page.GotoAsync("/ask/consult"), "textarea"),
        new("sources", (page, _) => page.GotoAsync("/knowledge?q=料金"), ".list"),
        new("source with a quote", (page, _) => page.GotoAsync($"/knowledge/test-support?q={Uri.EscapeDataString(SmallKnowledge.Quote)}#fee"), "mark"),
        new("quality", (page, _) => page.GotoAsync("/quality"), "table"),
        new("privacy", (page, _) => page.GotoAsync("/privacy"), "#contact"),
        new("terms", (page, _) => page.GotoAsync("/terms"), "#contact"),
        new("privacy in English", (page, _) => page.GotoAsync("/privacy?lang=en"), "#contact"),
        new("my data", AfterAsking("/my-data"), "table"),
        new("erasing", AfterAsking("/my-data/erase"), "form[action='/my-data/erase']"),
        new("not found", (page, _) => page.GotoAsync("/no-such-page"), "h1"),
        new("desk without sign-in", (page, _) => page.GotoAsync("/desk"), "h1"),
        new("desk sign-in", async (page, host) => await page.GotoAsync("/desk/sign-in/" + await host.Services.GetRequiredService<DeskLinks>().CreateAsync()), "#name"),
        new("desk", (page, host) => AtDeskAsync(page, host, open: false), ".tickets"),
        new("ticket", (page, host) => AtDeskAsync(page, host, open: true), "#text"),
    ];

    private static async Task AskInChatAsync(IPage page, string question)
    {
        await page.GotoAsync("/");
        await page.Locator("#shell[hidden]").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        var box = page.Locator("[data-id='webchat-sendbox-input']");
        await box.FillAsync(question);
        await box.PressAsync("Enter");
    }

    private static async Task AskAsync(IPage page, ProductHost host)
    {
        await page.GotoAsync("/ask");
        await page.Locator("textarea").FillAsync(SmallKnowledge.Question);
        await page.Locator("form button").First.ClickAsync();
        await page.WaitForURLAsync("**/ask/*");
    }

    private static Func<IPage, ProductHost, Task> AfterAsking(string address) => async (page, host) =>
    {
        await AskAsync(page, host);
        await page.GotoAsync(address);
    };

    private static async Task AtDeskAsync(IPage page, ProductHost host, bool open)
    {
        var (number, _) = await DeskClient.OpenTicketAsync(host);
        await page.GotoAsync("/desk/sign-in/" + await host.Services.GetRequiredService<DeskLinks>().CreateAsync());
        await page.Locator("#name").FillAsync("佐藤 " + RandomId.Next()[..4]);
        await page.Locator("main form button").ClickAsync();
        await page.WaitForURLAsync("**/desk");
        if (open)
        {
            await page.GotoAsync("/desk/tickets/" + number);
            await page.Locator("form[action$='/take'] button").ClickAsync();
        }
    }
}

/// <param name="Shows">What is there once the page is ready.</param>
internal sealed record ProductPage(string Name, Func<IPage, ProductHost, Task> Open, string Shows);
