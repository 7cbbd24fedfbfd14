using MedtechBot.Host.Teams.Tabs;
using MedtechBot.Host.Tests.People;
using Microsoft.Extensions.DependencyInjection;

namespace MedtechBot.Host.Tests.Teams.Tabs;

/// <summary>The product with the tabs set up, for the stand-in's tenant.</summary>
public sealed class TabHost : ProductHost
{
    // Started before the product reads its settings.
    private readonly EntraStandIn _tenant = EntraStandIn.Start();

    internal EntraStandIn Tenant => _tenant;

    protected override IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>
    {
        ["MedtechBot:Limits:SignInsPerMinute"] = "100000",
        ["MedtechBot:PublicUrl"] = "https://chat.example.jp",
        ["MicrosoftAppId"] = EntraStandIn.Client,
        ["MicrosoftAppPassword"] = EntraStandIn.ClientSecret,
        ["MicrosoftAppType"] = "SingleTenant",
        ["MicrosoftAppTenantId"] = EntraStandIn.Tenant,
        ["MedtechBot:Teams:TenantMetadataAddress"] = $"{_tenant.Address}/{EntraStandIn.Tenant}/v2.0/.well-known/openid-configuration",
    };

    internal static TabIdentity SomebodyNew() => new(EntraStandIn.Tenant, Guid.NewGuid().ToString());

    /// <summary>Asks for an address of the tabs with somebody's session; null for without.</summary>
    internal async Task<(int Status, string Html, HttpResponseMessage Answer)> AskAsync(TabIdentity? identity, string address, params (string Name, string Value)[]? fields)
    {
        using var client = NewClient();
        using var request = new HttpRequestMessage(fields is { Length: > 0 } ? HttpMethod.Post : HttpMethod.Get, address);
        if (identity is not null)
        {
            request.Headers.Add("Cookie", $"{TabSession.CookieName}={Uri.EscapeDataString(Services.GetRequiredService<TabSession>().Seal(identity))}");
        }
        if (fields is { Length: > 0 })
        {
            request.Content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        }
        var answer = await client.SendAsync(request);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(), answer);
    }
}
