using MedtechBot.Host.People;
using MedtechBot.Host.Settings;
using Microsoft.Extensions.Configuration;

namespace MedtechBot.Host.Tests.People;

public sealed class EntraIdSettingsTests
{
    [Fact]
    public void Without_settings_there_is_no_such_sign_in() => Assert.Null(Read());

    [Fact]
    public void Three_settings_are_enough()
    {
        var settings = Read(("TenantId", "contoso.onmicrosoft.com"), ("ClientId", "id"), ("ClientSecret", "top secret"))!;
        Assert.Equal("https://login.microsoftonline.com/contoso.onmicrosoft.com/v2.0/.well-known/openid-configuration", settings.MetadataAddress);
        Assert.DoesNotContain("top secret", settings.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ClientSecret", "TenantId", "ClientId")]
    [InlineData("ClientId", "TenantId", "ClientSecret")]
    [InlineData("TenantId", "ClientId", "ClientSecret")]
    public void Half_of_them_is_an_error_that_names_the_missing_one_and_shows_no_secret(string missing, params string[] given)
    {
        var refused = Assert.Throws<SettingException>(() => Read([.. given.Select(name => (name, "given-" + name))]));
        Assert.Equal("MedtechBot:EntraId:" + missing, refused.Setting);
        Assert.DoesNotContain("given-", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("TenantId", "common")]
    [InlineData("TenantId", "Organizations")]
    [InlineData("TenantId", "a/b")]
    [InlineData("TenantId", "a?b")]
    [InlineData("Instance", "http://login.example.jp")]
    [InlineData("Instance", "login.example.jp")]
    [InlineData("Instance", "https://login.example.jp/path")]
    [InlineData("Instance", "https://login.example.jp?x")]
    public void What_cannot_be_meant_is_named(string setting, string value)
    {
        var values = new Dictionary<string, string> { ["TenantId"] = "contoso", ["ClientId"] = "id", ["ClientSecret"] = "secret", [setting] = value };
        Assert.Equal("MedtechBot:EntraId:" + setting, Assert.Throws<SettingException>(() => Read([.. values.Select(v => (v.Key, v.Value))])).Setting);
    }

    private static EntraIdSettings? Read(params (string Name, string Value)[] settings) => EntraIdSettings.Read(new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(s => new KeyValuePair<string, string?>("MedtechBot:EntraId:" + s.Name, s.Value))).Build());
}
