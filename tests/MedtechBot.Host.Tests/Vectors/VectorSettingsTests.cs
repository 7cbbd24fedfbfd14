using MedtechBot.Host.Settings;
using MedtechBot.Host.Vectors;
using Microsoft.Extensions.Configuration;

namespace MedtechBot.Host.Tests.Vectors;

public class VectorSettingsTests
{
    [Fact]
    public void Without_an_endpoint_vectors_are_off() => Assert.Null(Read(("Model", "m"), ("ApiKey", "k")));

    [Fact]
    public void What_is_given_is_taken_and_the_rest_has_defaults()
    {
        var settings = Read(("Endpoint", "https://models.example.jp/v1"), ("Model", "m"), ("ApiKey", "k"), ("Weight", "0.25"))!;

        Assert.Equal(("https://models.example.jp/v1", "m", "k"), (settings.Endpoint.AbsoluteUri, settings.Options.Model, settings.ApiKey));
        Assert.Equal((0.25, 300), (settings.Options.Weight, settings.Options.Patience.TotalMilliseconds));
    }

    [Theory]
    [InlineData("http://localhost:1/v1", "k")]
    [InlineData("http://models.internal/v1", null)]
    public void Keys_are_sent_in_the_open_to_this_machine_alone(string endpoint, string? key) => Assert.NotNull(Read(("Endpoint", endpoint), ("Model", "m"), ("ApiKey", key)));

    [Theory]
    [InlineData("Endpoint", "models.example.jp")]
    [InlineData("Endpoint", "http://models.example.jp/v1")]
    [InlineData("Endpoint", "https://secret-user:secret@models.example.jp/v1")]
    [InlineData("Endpoint", "https://models.example.jp/v1?key=secret")]
    [InlineData("Model", "")]
    [InlineData("Weight", "1.5")]
    [InlineData("Weight", "NaN")]
    [InlineData("PatienceMilliseconds", "0")]
    [InlineData("Batch", "many")]
    public void A_setting_that_does_not_do_is_named_and_an_address_is_not_shown(string setting, string value)
    {
        var given = new Dictionary<string, string?> { ["Endpoint"] = "https://models.example.jp/v1", ["Model"] = "m", ["ApiKey"] = "k", [setting] = value };

        var refused = Assert.Throws<SettingException>(() => Read([.. given.Select(g => (g.Key, g.Value))]));

        Assert.Equal("MedtechBot:Vectors:" + setting, refused.Setting);
        Assert.DoesNotContain("secret", refused.Message, StringComparison.Ordinal);
    }

    private static VectorSettings? Read(params (string Name, string? Value)[] settings) =>
        VectorSettings.Read(new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(s => "MedtechBot:Vectors:" + s.Name, s => s.Value)).Build());
}
