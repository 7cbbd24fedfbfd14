using Microsoft.Playwright;

namespace MedtechBot.Host.Tests.Accessibility;

/// <summary>WCAG 2.1 A and AA (JIS X 8341-3) on every page, as axe sees it: desktop and phone, light and dark.</summary>
public sealed class AccessibilityTests(ProductHost host, Browser browser) : IClassFixture<ProductHost>, IClassFixture<Browser>
{
    /// <summary>Findings in what Web Chat itself draws, which we pass on unchanged; each with the reason why it stays.</summary>
    private static readonly (string Rule, string Selector, string Reason)[] OfWebChat = [];

    public static TheoryData<string, bool> Pages
    {
        get
        {
            var pages = new TheoryData<string, bool>();
            foreach (var page in ProductPages.All)
            {
                pages.Add(page.Name, false);
                pages.Add(page.Name, true);
            }
            return pages;
        }
    }

    [SkippableTheory]
    [MemberData(nameof(Pages))]
    public async Task A_page_can_be_used_by_everybody_in_light_and_dark(string name, bool phone)
    {
        var wanted = ProductPages.All.Single(p => p.Name == name);
        var page = await browser.OpenAsync(host.Address, phone);
        await Axe.BringAsync(page);
        await wanted.Open(page, host);
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            await page.ReloadAsync();
            await page.Locator(wanted.Shows).First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
            await Browser.ShootAsync(page, $"axe-{name.Replace(' ', '-')}-{(phone ? "phone" : "desktop")}-{scheme}".ToLowerInvariant());

            var found = (await Axe.FindAsync(page)).Where(f => !OfWebChat.Any(known => f.Rule == known.Rule && f.Target.Contains(known.Selector, StringComparison.Ordinal)));

            Assert.True(!found.Any(), $"{scheme}:\n{string.Join("\n\n", found)}");
            Assert.Equal(page.ViewportSize!.Width, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        }
        await page.Context.CloseAsync();
    }
}
