using MedtechBot.Host.Settings;
using Microsoft.Extensions.Configuration;

namespace MedtechBot.Host.Tests.Settings;

public sealed class SettingsCheckTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("medtechbot-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Folders_that_can_be_used_pass() => Check(("PublicUrl", "https://bot.example.jp"));

    [Fact]
    public void A_data_directory_that_is_a_file_is_named()
    {
        var file = Path.Combine(_folder, "file");
        File.WriteAllText(file, "");

        Assert.Equal("MedtechBot:DataDirectory", Refused(("DataDirectory", file)).Setting);
        Assert.Equal("MedtechBot:DataDirectory", Refused(("DataDirectory", Path.Combine(file, "below"))).Setting);
    }

    [Fact]
    public void A_knowledge_directory_that_does_not_exist_is_named() =>
        Assert.Equal("MedtechBot:KnowledgeDirectory", Refused(("KnowledgeDirectory", Path.Combine(_folder, "nowhere"))).Setting);

    [Theory]
    [InlineData("bot.example.jp")]
    [InlineData("/relative")]
    [InlineData("ftp://bot.example.jp")]
    [InlineData("javascript:alert(1)")]
    [InlineData("https://bot.example.jp/?x=1")]
    [InlineData("https://user:secret@bot.example.jp")]
    public void A_public_address_must_be_a_web_address(string address)
    {
        var refused = Refused(("PublicUrl", address));

        Assert.Equal("MedtechBot:PublicUrl", refused.Setting);
        Assert.DoesNotContain('\n', refused.Message);
    }

    [Fact]
    public void Mail_needs_a_public_address_for_its_links()
    {
        (string, string)[] mail = [("MedtechBot:Mail:Host", "mail.example.jp"), ("MedtechBot:Mail:From", "desk@example.jp")];

        Assert.Equal("MedtechBot:PublicUrl", Refused(mail).Setting);
        Check([.. mail, ("PublicUrl", "https://bot.example.jp")]);
    }

    [Theory]
    [InlineData("everybody")]
    [InlineData("10.0.0.0/33")]
    [InlineData("10.0.0.0/8, 300.1.1.1")]
    public void A_trusted_proxy_must_be_an_address_or_a_network(string proxies) =>
        Assert.Equal("MedtechBot:TrustedProxies", Refused(("TrustedProxies", proxies)).Setting);

    [Fact]
    public void Trusted_proxies_may_be_addresses_and_networks_of_both_kinds() =>
        Check(("TrustedProxies", "10.0.0.0/8, 192.0.2.1"), ("TrustedProxies:0", "2001:db8::/32"), ("TrustedProxies:1", "::1"));

    [Fact]
    public void A_database_that_is_none_is_named_without_what_may_be_a_password()
    {
        var refused = Refused(("ConnectionStrings:MedtechBot", "Host=db;Pasword=geheim"));

        Assert.Equal("ConnectionStrings:MedtechBot", refused.Setting);
        Assert.DoesNotContain('\n', refused.Message);
        Assert.DoesNotContain("geheim", refused.Message, StringComparison.Ordinal);
    }

    private SettingException Refused(params (string Name, string Value)[] settings) => Assert.Throws<SettingException>(() => Check(settings));

    private void Check(params (string Name, string Value)[] settings)
    {
        var values = new Dictionary<string, string?>
        {
            ["MedtechBot:DataDirectory"] = Path.Combine(_folder, "data"),
            ["MedtechBot:KnowledgeDirectory"] = _folder,
        };
        foreach (var (name, value) in settings)
        {
            values[name.Contains(':', StringComparison.Ordinal) ? name : "MedtechBot:" + name] = value;
        }
        SettingsCheck.Check(new ConfigurationBuilder().AddInMemoryCollection(values).Build());
    }
}
