using MedtechBot.Host.Desk;
using MedtechBot.Host.Settings;
using Microsoft.Extensions.Configuration;

namespace MedtechBot.Host.Tests.Desk;

public class PromiseSettingsTests
{
    [Fact]
    public void The_desks_hours_and_patience_are_read()
    {
        var terms = PromiseSettings.Read(Settings(("Opens", "8:30"), ("Closes", "18:00"), ("StaleAfterDays", "2"), ("ReassignAfterDays", "4"), ("WaitingAfterDays", "20")));

        Assert.Equal((new TimeOnly(8, 30), new TimeOnly(18, 0), 2, 4, 20), (terms.Opens, terms.Closes, terms.StaleAfter, terms.ReassignAfter, terms.WaitingAfter));
        Assert.Equal(new TimeOnly(17, 15), PromiseSettings.Read(Settings()).Closes);
    }

    [Theory]
    [InlineData("Closes", "half past five")]
    [InlineData("Closes", "8:00")]
    [InlineData("Opens", "25:00")]
    [InlineData("StaleAfterDays", "0")]
    [InlineData("StaleAfterDays", "-1")]
    [InlineData("WaitingAfterDays", "0")]
    [InlineData("ReassignAfterDays", "3")]
    [InlineData("ReassignAfterDays", "1000000")]
    public void A_setting_that_does_not_do_is_named(string name, string value)
    {
        var refused = Assert.Throws<SettingException>(() => PromiseSettings.Read(Settings((name, value))));

        Assert.Equal("MedtechBot:Promises:" + name, refused.Setting);
        Assert.DoesNotContain('\n', refused.Message);
    }

    private static IConfiguration Settings(params (string Name, string Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create("MedtechBot:Promises:" + s.Name, (string?)s.Value))).Build();
}
