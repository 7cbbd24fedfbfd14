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
        new("form before it is sent", (page, _) => CheckAsync(page), "button[value=send]"),
        new("own consultations", AfterConsulting(_ => "/consultations"), ".card"),
        new("own consultation", AfterConsulting(number => "/consultations/" + number), "textarea"),
        new("not found", (page, _) => page.GotoAsync("/no-such-page"), "h1"),
        new("desk without sign-in", (page, _) => page.GotoAsync("/desk"), "h1"),
        new("desk sign-in", async (page, host) => await page.GotoAsync("/desk/sign-in/" + await host.Services.GetRequiredService<DeskLinks>().CreateAsync()), "#name"),
        new("desk sign-in with a password", (page, _) => page.GotoAsync("/desk/sign-in"), "form"),
        new("desk", AtDesk(number => "/desk"), ".tickets"),
        new("ticket", AtDesk(number => "/desk/tickets/" + number), "form[action$='/take']"),
        new("ticket in charge", AtDesk(number => "/desk/tickets/" + number, page => page.Locator("form[action$='/take'] button").First.ClickAsync()), "#text"),
        new("ticket with a referral", AtDesk(number => "/desk/tickets/" + number, ReferAsync), ".referral"),
        new("ticket just closed", AtDesk(number => "/desk/tickets/" + number, CloseAsync), "form[action$='/reopen']"),
        new("people of the desk", AtDesk(_ => "/desk/people"), "h1"),
        new("own account", AtDesk(_ => "/desk/account"), "h1"),
        new("audit log", AtDesk(_ => "/desk/audit"), "table"),
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

    private static async Task CheckAsync(IPage page)
    {
        await page.GotoAsync("/ask/consult");
        await page.Locator("#summary").FillAsync("相談の要旨");
        await page.Locator("#email").FillAsync("asker@example.jp");
        await page.Locator("button[value=check]").Last.ClickAsync();
    }

    private static async Task ReferAsync(IPage page)
    {
        await page.Locator("form[action$='/take'] button").First.ClickAsync();
        await page.GetByText("新しく紹介する").ClickAsync();
        await page.Locator("#to").FillAsync("横浜市");
        await page.Locator("#reason").FillAsync("現地の販路を知っているため");
        await page.Locator("form[action$='/refer'] button").ClickAsync();
    }

    private static async Task CloseAsync(IPage page)
    {
        await page.Locator("form[action$='/take'] button").First.ClickAsync();
        await page.Locator("#outcome").SelectOptionAsync("duplicate");
        await page.Locator("form[action$='/close'] button").ClickAsync();
    }

    private static Func<IPage, ProductHost, Task> AfterConsulting(Func<string, string> address) => async (page, _) =>
    {
        await CheckAsync(page);
        await page.Locator("button[value=send]").ClickAsync();
        var number = await page.Locator("article strong").Filter(new() { HasText = "C-" }).First.InnerTextAsync();
        await page.GotoAsync(address(number));
    };

    private static Func<IPage, ProductHost, Task> AtDesk(Func<string, string> address, Func<IPage, Task>? then = null) => async (page, host) =>
    {
        var (number, _) = await DeskClient.OpenTicketAsync(host);
        await page.GotoAsync("/desk/sign-in/" + await host.Services.GetRequiredService<DeskLinks>().CreateAsync());
        await page.Locator("#name").FillAsync("佐藤 " + RandomId.Next()[..4]);
        await page.Locator("main form button").First.ClickAsync();
        await page.WaitForURLAsync("**/desk");
        await page.GotoAsync(address(number));
        if (then is not null)
        {
            await then(page);
        }
    };
}

/// <param name="Shows">What is there once the page is ready.</param>
internal sealed record ProductPage(string Name, Func<IPage, ProductHost, Task> Open, string Shows);
