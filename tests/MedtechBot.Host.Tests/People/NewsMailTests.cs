using MedtechBot.Host.Tests.Desk;

namespace MedtechBot.Host.Tests.People;

/// <summary>Everybody decides for themselves whether they are told by mail of what happens at the desk.</summary>
public sealed class NewsMailTests(NewsMailTests.DeskWithMail host) : IClassFixture<NewsMailTests.DeskWithMail>
{
    [Fact]
    public async Task Mail_comes_to_whoever_has_an_address_until_they_switch_it_off_and_on_again()
    {
        await DeskAccounts.AddAsync(host, "佐藤", email: "sato@example.jp");
        using var sato = new DeskClient(host);
        await DeskAccounts.SignInAsync(sato, "佐藤", DeskAccounts.Password);
        Assert.Contains("sato@example.jp にお送りしています", (await sato.GetAsync("/desk/account")).Html, StringComparison.Ordinal);

        await sato.SendFormAsync("/desk/account", "/desk/account/mail");
        Assert.True((await DeskAccounts.FindAsync(host, "佐藤")).MailIsOff);
        Assert.Contains("今は止めています", (await sato.GetAsync("/desk/account")).Html, StringComparison.Ordinal);

        await sato.SendFormAsync("/desk/account", "/desk/account/mail");
        Assert.False((await DeskAccounts.FindAsync(host, "佐藤")).MailIsOff);
    }

    [Fact]
    public async Task Without_an_address_the_page_says_why_nothing_comes()
    {
        using var suzuki = await DeskClient.SignedInAsync(host, "鈴木");
        Assert.Contains("メールアドレスが登録されていないため", (await suzuki.GetAsync("/desk/account")).Html, StringComparison.Ordinal);
    }

    public sealed class DeskWithMail : ProductHost
    {
        protected override IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>
        {
            ["MedtechBot:Mail:Host"] = "127.0.0.1",
            ["MedtechBot:Mail:Port"] = "9",
            ["MedtechBot:Mail:From"] = "desk@bot.example.jp",
            ["MedtechBot:Mail:StartTls"] = "false",
            ["MedtechBot:PublicUrl"] = "https://bot.example.jp",
        };
    }
}
