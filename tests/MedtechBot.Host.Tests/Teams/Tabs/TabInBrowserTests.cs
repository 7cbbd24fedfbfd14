using MedtechBot.Host.Teams.Tabs;
using MedtechBot.Host.Tests.People;
using Microsoft.Playwright;

namespace MedtechBot.Host.Tests.Teams.Tabs;

/// <summary>The tabs in a real browser, in a frame of a page that stands in for Teams; TeamsJS is the real one.</summary>
public sealed class TabInBrowserTests(TabHost host, Browser browser) : IClassFixture<TabHost>, IClassFixture<Browser>
{
    private const string Teams = "https://teams.microsoft.com/";

    [SkippableFact]
    public async Task Whoever_opens_the_personal_tab_is_signed_in_without_a_question_and_writes()
    {
        host.Tenant.ObjectId = Guid.NewGuid().ToString();
        var number = await TabPeople.OpenTicketAsync(host, new TabIdentity(EntraStandIn.Tenant, host.Tenant.ObjectId), "カッコウ");
        var page = await browser.OpenAsync(host.Address);

        var tab = await OpenTabAsync(page, "/teams/tab/consultations?locale=ja-jp");
        await tab.GetByText(number.Value).ClickAsync();
        await tab.Locator("#text").FillAsync("タブから追記します");
        await tab.GetByRole(AriaRole.Button, new() { Name = "送る" }).ClickAsync();

        await Assertions.Expect(tab.GetByText("タブから追記します")).ToBeVisibleAsync();
        await Browser.ShootAsync(page, "teams-tab-consultation");
        await page.Context.CloseAsync();
    }

    [SkippableFact]
    public async Task Whoever_is_refused_is_told_so_and_can_try_again()
    {
        var page = await browser.OpenAsync(host.Address);

        var tab = await OpenTabAsync(page, "/teams/tab/desk", token: "made up");

        await Assertions.Expect(tab.GetByRole(AriaRole.Button, new() { Name = "もう一度" })).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    [SkippableFact]
    public async Task Adding_the_desks_tab_tells_Teams_where_it_is()
    {
        var page = await browser.OpenAsync(host.Address);

        await OpenTabAsync(page, "/teams/tab/configure?locale=ja-jp");
        await page.WaitForFunctionAsync("() => window.calls.some(c => c.func === 'settings.setValidityState' && c.args[0] === true)");
        await page.EvaluateAsync("() => window.tell('settings.save', [{}])");

        await page.WaitForFunctionAsync("() => window.calls.some(c => c.func === 'settings.setSettings' && c.args[0].contentUrl.endsWith('/teams/tab/desk?locale={locale}'))");
        await page.WaitForFunctionAsync("() => window.calls.some(c => c.func === 'settings.save.success')");
        await page.Context.CloseAsync();
    }

    // Answers TeamsJS as Teams does: initialize, tokens, settings.
    private async Task<IFrameLocator> OpenTabAsync(IPage page, string address, string? token = null)
    {
        var html = $$"""
            <!doctype html><title>Teams</title><iframe id="tab" src="{{new Uri(host.Address, address)}}" width="1000" height="700"></iframe>
            <script>
            window.calls = [];
            const frame = () => document.getElementById("tab").contentWindow;
            window.tell = (func, args) => frame().postMessage({ func, args }, "*");
            addEventListener("message", (event) => {
              const { id, uuidAsString, func, args } = event.data;
              window.calls.push({ func, args });
              const answers = {
                "initialize": [location.search === "?configure" ? "settings" : "content", "web", JSON.stringify({ apiVersion: 2, hostVersionsInfo: {}, supports: { pages: { config: {} } } }), "2.58.0"],
                "authentication.getAuthToken": [true, "{{token ?? host.Tenant.AccessToken()}}"],
                "settings.setSettings": [true],
              };
              if (answers[func]) {
                event.source.postMessage({ id, uuidAsString, args: answers[func] }, "*");
              }
            });
            </script>
            """;
        // This machine is not to be reached from the internet's pages otherwise.
        await page.Context.GrantPermissionsAsync(["local-network-access"]);
        await page.RouteAsync(Teams + "**", route => route.FulfillAsync(new() { ContentType = "text/html", Body = html }));
        await page.GotoAsync(Teams + (address.Contains("configure", StringComparison.Ordinal) ? "?configure" : ""));
        return page.FrameLocator("#tab");
    }
}
