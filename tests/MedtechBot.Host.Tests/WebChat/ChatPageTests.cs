using System.Text.RegularExpressions;
using MedtechBot.Storage;
using MedtechBot.Turns;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace MedtechBot.Host.Tests.WebChat;

public sealed class ChatPageTests(ProductHost host, Browser browser) : IClassFixture<ProductHost>, IClassFixture<Browser>
{
    [SkippableTheory]
    [InlineData(false, "desktop")]
    [InlineData(true, "phone")]
    public async Task A_person_asks_opens_a_citation_rates_the_answer_and_finds_it_again_after_a_reload(bool phone, string name)
    {
        var page = await browser.OpenAsync(host.Address, phone);
        var problems = Watch(page);
        await page.GotoAsync("/");
        await ReadyAsync(page);
        await Browser.ShootAsync(page, name + "-1-welcome");
        await AskAsync(page, SmallKnowledge.Question);
        await Assertions.Expect(page.GetByText("原則無料で受けられる").First).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#welcome")).ToBeHiddenAsync();

        var passage = await page.RunAndWaitForPopupAsync(() => page.Locator("a[href*='/knowledge/test-support']").First.ClickAsync());
        await Assertions.Expect(passage.Locator("mark").First).ToContainTextAsync("原則無料");
        await Browser.ShootAsync(passage, name + "-3-passage");
        await passage.CloseAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "高評価" }).Or(page.GetByRole(AriaRole.Radio, new() { Name = "高評価" })).First.ClickAsync();
        await WaitForAsync(context => context.Set<FeedbackRow>().Join(context.Set<TurnRow>().Where(t => t.Question == SmallKnowledge.Question), f => f.TurnId, t => t.Id, (f, _) => f).AnyAsync(f => f.Reaction == Reaction.Up));
        await Browser.ShootAsync(page, name + "-2-answer");

        await page.ReloadAsync();
        await ReadyAsync(page);
        await Assertions.Expect(page.GetByText("原則無料で受けられる").First).ToBeVisibleAsync();
        Assert.Equal(page.ViewportSize!.Width, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        Assert.Empty(problems);
        await page.Context.CloseAsync();
    }

    [SkippableFact]
    public async Task What_is_asked_before_the_chat_is_loaded_is_sent_when_it_is()
    {
        var page = await browser.OpenAsync(host.Address, phone: true);
        var bundle = new TaskCompletionSource();
        await page.RouteAsync(new Regex("/webchat/"), async route =>
        {
            await bundle.Task;
            await route.ContinueAsync();
        });
        await page.GotoAsync("/", new() { WaitUntil = WaitUntilState.Commit });
        await page.Locator("#shell input").FillAsync(SmallKnowledge.Question);
        await Browser.ShootAsync(page, "phone-0-shell");
        await page.Locator("#shell input").PressAsync("Enter");
        bundle.SetResult();
        await Assertions.Expect(page.GetByText("原則無料で受けられる").First).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    [SkippableFact]
    public async Task What_is_asked_while_the_chat_connects_is_sent_once_it_has()
    {
        var page = await browser.OpenAsync(host.Address);
        var connection = new TaskCompletionSource();
        await page.RouteAsync(new Regex("/v3/directline/"), async route =>
        {
            await connection.Task;
            await route.ContinueAsync();
        });
        await page.GotoAsync("/");
        await Assertions.Expect(page.Locator("#chat .live")).ToBeAttachedAsync();
        await page.Locator("#shell input").FillAsync(SmallKnowledge.Question);
        await page.Locator("#shell input").PressAsync("Enter");
        connection.SetResult();
        await Assertions.Expect(page.GetByText("原則無料で受けられる").First).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    [SkippableFact]
    public async Task A_new_conversation_starts_empty_and_an_example_can_be_pressed()
    {
        var page = await browser.OpenAsync(host.Address);
        await page.GotoAsync("/?lang=en");
        await ReadyAsync(page);
        await Browser.ShootAsync(page, "desktop-4-english");
        await page.Locator("[data-ask]").First.ClickAsync();
        await Assertions.Expect(page.Locator("#welcome")).ToBeHiddenAsync();
        await page.Locator("#renew").ClickAsync();
        await Assertions.Expect(page.Locator("#welcome")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".live")).ToHaveCountAsync(1);
        await page.Context.CloseAsync();
    }

    [SkippableFact]
    public async Task Markup_in_a_question_is_shown_and_not_obeyed()
    {
        var page = await browser.OpenAsync(host.Address);
        await page.GotoAsync("/");
        await ReadyAsync(page);
        await AskAsync(page, "<img src=x onerror=\"document.title='owned'\"> **伴走コンサル** [x](javascript:alert(1))");
        await Assertions.Expect(page.GetByText("onerror").First).ToBeVisibleAsync();
        Assert.NotEqual("owned", await page.TitleAsync());
        Assert.Equal(0, await page.Locator("#chat img[src='x'], #chat a[href^='javascript']").CountAsync());
        await page.Context.CloseAsync();
    }

    private static Task ReadyAsync(IPage page) => Assertions.Expect(page.Locator("#shell")).ToBeHiddenAsync();

    private static async Task AskAsync(IPage page, string question)
    {
        var box = page.Locator("#chat .live [data-id='webchat-sendbox-input'], #chat .live textarea").First;
        await box.FillAsync(question);
        await box.PressAsync("Enter");
    }

    private static List<string> Watch(IPage page)
    {
        var problems = new List<string>();
        page.PageError += (_, error) => problems.Add(error);
        page.Response += (_, response) =>
        {
            if (response.Status >= 400)
            {
                problems.Add($"{response.Status} {response.Url}");
            }
        };
        return problems;
    }

    private async Task WaitForAsync(Func<MedtechBotContext, Task<bool>> condition)
    {
        var deadline = DateTimeOffset.UtcNow.AddSeconds(20);
        while (true)
        {
            await using var context = await host.Services.GetRequiredService<IDbContextFactory<MedtechBotContext>>().CreateDbContextAsync();
            if (await condition(context))
            {
                return;
            }
            Assert.True(DateTimeOffset.UtcNow < deadline, "The database never showed what was waited for.");
            await Task.Delay(50);
        }
    }
}
