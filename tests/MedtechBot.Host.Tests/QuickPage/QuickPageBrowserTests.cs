using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace MedtechBot.Host.Tests.QuickPage;

/// <summary>The quick page as a person with a phone or a desktop sees it, with JavaScript switched off.</summary>
public partial class QuickPageBrowserTests(ProductHost host, Browser browser) : IClassFixture<ProductHost>, IClassFixture<Browser>
{
    [SkippableTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_person_without_javascript_asks_reads_the_source_and_hands_over(bool phone)
    {
        var page = await OpenAsync(phone);
        await page.GotoAsync("/ask");
        await page.GetByLabel("質問").FillAsync(SmallKnowledge.Question);
        await page.GetByRole(AriaRole.Button, new() { Name = "質問する" }).ClickAsync();
        await Assertions.Expect(page.GetByText(SmallKnowledge.Quote).First).ToBeVisibleAsync();
        await ExpectNoSidewaysScrollingAsync(page);

        await page.GetByRole(AriaRole.Link, new() { Name = "伴走コンサルの料金" }).First.ClickAsync();
        await Assertions.Expect(page.Locator("mark").First).ToHaveTextAsync(SmallKnowledge.Quote);
        await Assertions.Expect(page.Locator("mark").First).ToBeInViewportAsync();
        await ExpectNoSidewaysScrollingAsync(page);

        await page.GoBackAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "担当者に相談する" }).ClickAsync();
        await page.GetByLabel("連絡先メールアドレス").FillAsync("asker@example.jp");
        await page.GetByRole(AriaRole.Button, new() { Name = "内容を確かめる" }).ClickAsync();
        await Assertions.Expect(page.GetByText("asker@example.jp")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "この内容で相談する" }).ClickAsync();
        await Assertions.Expect(page.GetByText(TicketNumber()).First).ToBeVisibleAsync();
    }

    private async Task<IPage> OpenAsync(bool phone)
    {
        var plain = await browser.OpenAsync(host.Address, phone);
        var context = await plain.Context.Browser!.NewContextAsync(new()
        {
            BaseURL = host.Address.ToString(),
            JavaScriptEnabled = false,
            ViewportSize = phone ? new() { Width = 390, Height = 844 } : new() { Width = 1280, Height = 800 },
        });
        context.SetDefaultTimeout(30_000);
        return await context.NewPageAsync();
    }

    // Measured from outside the page, which runs no script of its own.
    private static async Task ExpectNoSidewaysScrollingAsync(IPage page)
    {
        var body = await page.Locator("main").BoundingBoxAsync();
        Assert.InRange(body!.X + body.Width, 0, page.ViewportSize!.Width);
    }

    [GeneratedRegex(@"C-\d{4}-\d{4,}")]
    private static partial Regex TicketNumber();
}
