using MedtechBot.Channels;
using MedtechBot.Host.Teams.Tabs;
using MedtechBot.Host.Tests.Access;
using MedtechBot.Host.Tests.People;
using MedtechBot.Host.Tests.Teams.Tabs;
using MedtechBot.People;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace MedtechBot.Host.Tests.Accessibility;

/// <summary>How a person comes to a tab of Teams: signed in as Teams would have done it.</summary>
internal static class TabWays
{
    public static Func<IPage, ProductHost, Task> AtTab(Func<string, string> address, bool isOfTheDesk = true) => async (page, host) =>
    {
        var identity = new TabIdentity(EntraStandIn.Tenant, Guid.NewGuid().ToString());
        var number = await TabPeople.OpenTicketAsync(host, identity, "タブの相談");
        if (isOfTheDesk)
        {
            await TabPeople.TieAsync(host, "タブの担当 " + RandomId.Next()[..8], Role.Coordinator, identity);
        }
        await page.Context.AddCookiesAsync([new()
        {
            Name = TabSession.CookieName,
            Value = Uri.EscapeDataString(host.Services.GetRequiredService<TabSession>().Seal(identity)),
            Url = host.Address.ToString().Replace("http:", "https:", StringComparison.Ordinal),
            Secure = true,
            HttpOnly = true,
        }]);
        await page.GotoAsync(address(number.Value));
    };
}
