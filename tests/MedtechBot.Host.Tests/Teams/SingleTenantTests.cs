using System.Net;

namespace MedtechBot.Host.Tests.Teams;

public sealed class SingleTenantTests(SingleTenantTests.OneTenant host) : IClassFixture<SingleTenantTests.OneTenant>
{
    private const string Tenant = "11111111-2222-3333-4444-555555555555";
    private const string Partner = "22222222-2222-3333-4444-555555555555";

    [Theory]
    [InlineData("https://sts.windows.net/" + Tenant + "/", "1.0", "appid")]
    [InlineData("https://login.microsoftonline.com/" + Tenant + "/v2.0", "2.0", "azp")]
    public async Task The_bots_own_tenant_may_sign_for_callers_that_are_named(string issuer, string version, string claim)
    {
        Assert.Equal(HttpStatusCode.OK, await SendAsync(issuer, Tenant, version, claim, BotFrameworkStandIn.AppId));
        Assert.Equal(HttpStatusCode.OK, await SendAsync(issuer, Tenant, version, claim, Partner));
        Assert.Equal(HttpStatusCode.Unauthorized, await SendAsync(issuer, Tenant, version, claim, Guid.Empty.ToString()));
        Assert.Equal(HttpStatusCode.Unauthorized, await SendAsync(issuer, Guid.Empty.ToString(), version, claim, Partner));
        Assert.Equal(HttpStatusCode.Unauthorized, await SendAsync(issuer.Replace(Tenant, Partner, StringComparison.Ordinal), Tenant, version, claim, Partner));
        Assert.Equal(HttpStatusCode.Unauthorized, await SendAsync(issuer, Tenant, version, version == "1.0" ? "azp" : "appid", Partner));
    }

    [Fact]
    public async Task The_channels_sign_for_it_as_for_any_bot()
    {
        Assert.Equal(HttpStatusCode.OK, await host.SendAsync(host.Service.Token()));
        Assert.Equal(HttpStatusCode.Unauthorized, await host.SendAsync(host.Service.Token(key: host.Service.KeyNamed("key-silent"))));
    }

    // The keys of a tenant say nothing of channels.
    private Task<HttpStatusCode> SendAsync(string issuer, string tenant, string version, string claim, string caller) => host.SendAsync(host.Service.Token(
        t =>
        {
            t.Issuer = issuer;
            t.Claims["tid"] = tenant;
            t.Claims["ver"] = version;
            t.Claims[claim] = caller;
        }, host.Service.KeyNamed("key-silent")));

    public sealed class OneTenant : RegisteredHost
    {
        protected override IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>(base.Settings)
        {
            ["MicrosoftAppType"] = "SingleTenant",
            ["MicrosoftAppTenantId"] = Tenant,
            ["MedtechBot:Teams:TenantMetadataAddress"] = Service.MetadataAddress,
            ["MedtechBot:Teams:AllowedCallers"] = Partner,
        };
    }
}
