using MedtechBot.Host.Settings;
using MedtechBot.Host.Teams;
using Microsoft.Extensions.Configuration;

namespace MedtechBot.Host.Tests.Teams;

public sealed class TeamsSettingsTests
{
    private const string App = "7d1f4a52-0c1e-4c55-9a0e-0f6c1c1f0a11";
    private const string Tenant = "11111111-2222-3333-4444-555555555555";

    [Fact]
    public void Nothing_configured_is_a_product_without_a_bot() => Assert.Null(Read().AppId);

    [Theory]
    [InlineData("MicrosoftAppId", "my-bot")]
    [InlineData("MicrosoftAppTenantId", "common")]
    [InlineData("MicrosoftAppType", "Skill")]
    [InlineData("MedtechBot:Teams:Cloud", "Germany")]
    [InlineData("MedtechBot:Teams:MetadataAddress", "http://login.example/")]
    [InlineData("MedtechBot:Teams:MetadataAddress", "login.example")]
    public void What_cannot_be_meant_is_named(string setting, string value) =>
        Assert.Equal(setting, Assert.Throws<SettingException>(() => Read((setting, value))).Setting);

    [Fact]
    public void Half_a_registration_is_named()
    {
        Assert.Equal("MicrosoftAppId", Refused(("MicrosoftAppPassword", "secret")).Setting);
        Assert.Equal("MicrosoftAppTenantId", Refused(("MicrosoftAppId", App), ("MicrosoftAppType", "SingleTenant")).Setting);
        Assert.Equal("MicrosoftAppTenantId", Refused(("MicrosoftAppId", App), ("MicrosoftAppType", "UserAssignedMSI")).Setting);
    }

    [Fact]
    public void A_secret_is_never_shown() => Assert.DoesNotContain("geheim", Read(("MicrosoftAppId", App), ("MicrosoftAppPassword", "geheim")).ToString(), StringComparison.Ordinal);

    [Theory]
    [InlineData(null, "https://api.botframework.com", "https://login.botframework.com/v1/.well-known/openidconfiguration")]
    [InlineData("Government", "https://api.botframework.us", "https://login.botframework.azure.us/v1/.well-known/openidconfiguration")]
    [InlineData("china", "https://api.botframework.azure.cn", "https://login.botframework.azure.cn/v1/.well-known/openidconfiguration")]
    public void Each_cloud_has_an_issuer_and_keys_of_its_own(string? cloud, string issuer, string metadata)
    {
        var settings = Read(("MicrosoftAppId", App), ("MedtechBot:Teams:Cloud", cloud));

        Assert.Equal([issuer], settings.Issuers);
        Assert.Equal(metadata, settings.MetadataAddress);
        Assert.Empty(settings.TenantIssuers);
    }

    [Theory]
    [InlineData("Public", "https://sts.windows.net/", "https://login.microsoftonline.com/")]
    [InlineData("Government", "https://sts.windows.net/", "https://login.microsoftonline.us/")]
    [InlineData("China", "https://sts.chinacloudapi.cn/", "https://login.partner.microsoftonline.cn/")]
    public void Tokens_of_the_own_tenant_come_from_the_same_cloud(string cloud, string first, string second)
    {
        var settings = Read(("MicrosoftAppId", App), ("MicrosoftAppType", "SingleTenant"), ("MicrosoftAppTenantId", Tenant), ("MedtechBot:Teams:Cloud", cloud));

        Assert.Equal([$"{first}{Tenant}/", $"{second}{Tenant}/v2.0"], settings.TenantIssuers);
        Assert.Equal($"{second}{Tenant}/v2.0/.well-known/openid-configuration", settings.TenantMetadataAddress);
    }

    [Fact]
    public void A_single_tenant_adds_its_own_issuers_and_all_can_be_replaced()
    {
        var settings = Read(("MicrosoftAppId", App), ("MicrosoftAppType", "singletenant"), ("MicrosoftAppTenantId", Tenant),
            ("MedtechBot:Teams:Issuers", "https://one.example, https://two.example"), ("MedtechBot:Teams:MetadataAddress", "https://one.example/keys"));

        Assert.Equal([$"https://sts.windows.net/{Tenant}/", $"https://login.microsoftonline.com/{Tenant}/v2.0"], settings.TenantIssuers);
        Assert.Equal(["https://one.example", "https://two.example"], settings.Issuers);
        Assert.Equal("https://one.example/keys", settings.MetadataAddress);
    }

    private static SettingException Refused(params (string, string?)[] settings) => Assert.Throws<SettingException>(() => Read(settings));

    private static TeamsSettings Read(params (string Name, string? Value)[] settings) =>
        TeamsSettings.Read(new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Name, s.Value))).Build());
}
