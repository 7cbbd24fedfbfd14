using MedtechBot.Host.Tests.People;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace MedtechBot.Host.Tests.Accessibility;

/// <summary>WCAG 2.1 A and AA (JIS X 8341-3) on every page, as axe sees it.</summary>
public sealed class AccessibilityTests(AccessibilityTests.PatientHost host, Browser browser) : IClassFixture<AccessibilityTests.PatientHost>, IClassFixture<Browser>
{
    /// <summary>Findings in what Web Chat itself draws, which we pass on unchanged; each with the reason why it stays.</summary>
    private static readonly (string Rule, string Selector, string Reason)[] OfWebChat = [];

    // Colours change with the scheme and the arrangement with the width: two looks meet every rule of both.
    private static readonly (string Name, ColorScheme Scheme, int Width, int Height)[] Looks = [("light on a desktop", ColorScheme.Light, 1280, 800), ("dark on a phone", ColorScheme.Dark, 390, 844)];

    public static TheoryData<string> Pages => [.. ProductPages.All.Select(p => p.Name)];

    [SkippableTheory]
    [MemberData(nameof(Pages))]
    public async Task A_page_can_be_used_by_everybody_in_light_and_dark(string name)
    {
        var wanted = ProductPages.All.Single(p => p.Name == name);
        var page = await browser.OpenAsync(host.Address);
        await Axe.BringAsync(page);
        await wanted.Open(page, host);
        foreach (var look in Looks)
        {
            await page.SetViewportSizeAsync(look.Width, look.Height);
            await page.EmulateMediaAsync(new() { ColorScheme = look.Scheme });
            await page.ReloadAsync();
            await page.Locator(wanted.Shows).First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
            await Browser.ShootAsync(page, $"axe {name} {look.Name}".Replace(' ', '-'));

            var found = (await Axe.FindAsync(page)).Where(f => !OfWebChat.Any(known => f.Rule == known.Rule && f.Target.Contains(known.Selector, StringComparison.Ordinal)));

            Assert.True(!found.Any(), $"{look.Name}:\n{string.Join("\n\n", found)}");
            Assert.Equal(look.Width, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        }
        await page.Context.CloseAsync();
    }

    [Fact]
    public void Every_page_of_the_product_is_looked_at()
    {
        var fetched = host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains("GET") ?? true)
            .Select(e => "/" + e.RoutePattern.RawText!.Trim('/')).Distinct().Order(StringComparer.Ordinal);

        Assert.Equal(fetched, ProductPages.All.Select(p => p.Route).Concat(ProductPages.NoPages.Select(n => n.Route)).Where(r => r.Length > 0).Distinct().Order(StringComparer.Ordinal));
    }

    /// <summary>Every page of the desk is opened by somebody who signs in anew; the tabs of Teams are set up.</summary>
    public sealed class PatientHost : ProductHost
    {
        protected override IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>
        {
            ["MedtechBot:Limits:SignInsPerMinute"] = "1000",
            ["MicrosoftAppId"] = EntraStandIn.Client,
            ["MicrosoftAppPassword"] = EntraStandIn.ClientSecret,
            ["MicrosoftAppType"] = "SingleTenant",
            ["MicrosoftAppTenantId"] = EntraStandIn.Tenant,
        };
    }
}
