using MedtechBot.Host.Deliveries;
using MedtechBot.Host.Settings;
using Microsoft.Extensions.Configuration;

namespace MedtechBot.Host.Tests.Deliveries;

public sealed class DeliverySettingsTests
{
    [Fact]
    public void Nothing_has_to_be_set()
    {
        Assert.False(MailSettings.Read(Settings()).IsMailEnabled);
        Assert.Empty(WebhookSettings.Read(Settings()));
    }

    [Fact]
    public void What_is_set_is_read()
    {
        var settings = Settings(
            ("Mail:Host", "mail.example.jp"), ("Mail:Port", "2525"), ("Mail:From", "desk@example.jp"), ("Mail:StartTls", "False"),
            ("Webhooks:0:Url", "https://a.example.jp/"), ("Webhooks:0:Secret", "0123456789abcdef"), ("Webhooks:0:Events", "opened"),
            ("Webhooks:1:Url", "http://localhost:9/"), ("Webhooks:1:Secret", "0123456789abcdef"));

        var mail = MailSettings.Read(settings);
        var endpoints = WebhookSettings.Read(settings);

        Assert.Equal(("mail.example.jp", 2525, "desk@example.jp", false), (mail.Host, mail.Port, mail.From, mail.StartTls));
        Assert.Equal([("https://a.example.jp/", "opened"), ("http://localhost:9/", "")], endpoints.Select(e => (e.Url, e.Events)));
    }

    [Theory]
    [InlineData("Mail:Port", "many")]
    [InlineData("Mail:Port", "65536")]
    [InlineData("Mail:From", "nobody")]
    [InlineData("Mail:StartTls", "perhaps")]
    [InlineData("Mail:User", "desk")]
    public void A_mail_setting_that_cannot_work_is_named(string name, string value)
    {
        var refused = Assert.Throws<SettingException>(() => MailSettings.Read(Settings(("Mail:Host", "mail.example.jp"), ("Mail:From", "desk@example.jp"), (name, value))));

        Assert.Equal("MedtechBot:" + name, refused.Setting);
        Assert.DoesNotContain('\n', refused.Message);
    }

    [Theory]
    [InlineData("Url", "http://hooks.example.jp/geheim")]
    [InlineData("Url", "https://192.168.0.1/geheim")]
    [InlineData("Secret", "geheim")]
    [InlineData("Secret", "")]
    public void A_webhook_that_may_not_be_called_is_named_and_not_shown(string name, string value)
    {
        var refused = Assert.Throws<SettingException>(() => WebhookSettings.Read(Settings(("Webhooks:0:Url", "https://a.example.jp/"), ("Webhooks:0:Secret", "0123456789abcdef"), ("Webhooks:0:" + name, value))));

        Assert.Equal("MedtechBot:Webhooks:0:" + name, refused.Setting);
        Assert.DoesNotContain("geheim", refused.Message, StringComparison.Ordinal);
    }

    // The last of a name counts.
    private static IConfiguration Settings(params (string Name, string Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.GroupBy(s => s.Name).Select(s => KeyValuePair.Create("MedtechBot:" + s.Key, (string?)s.Last().Value))).Build();
}
