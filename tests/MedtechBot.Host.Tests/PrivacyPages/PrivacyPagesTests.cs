using System.Net;

namespace MedtechBot.Host.Tests.PrivacyPages;

public sealed class PrivacyPagesTests(ProductHost host) : IClassFixture<ProductHost>
{
    [Theory]
    [InlineData("/privacy", "保存するもの", "運営者の名称と連絡先は、まだ設定されていません")]
    [InlineData("/privacy?lang=en", "What is kept", "The operator has not entered a name and contact yet")]
    [InlineData("/terms", "法律上の助言", "運営者の名称と連絡先は、まだ設定されていません")]
    [InlineData("/terms?lang=en", "no legal advice", "The operator has not entered a name and contact yet")]
    public async Task Both_pages_speak_both_languages_and_say_when_the_operator_is_not_named(string address, string said, string unset)
    {
        using var visitor = host.NewClient();

        var page = await visitor.GetStringAsync(address);

        Assert.Contains(said, page, StringComparison.Ordinal);
        Assert.Contains(unset, page, StringComparison.Ordinal);
        Assert.DoesNotContain("MedtechBot:Operator", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/ask")]
    [InlineData("/ask/consult")]
    [InlineData("/knowledge")]
    [InlineData("/knowledge/test-support")]
    [InlineData("/no-such-page")]
    public async Task Every_page_leads_to_them(string address)
    {
        using var visitor = host.NewClient();
        visitor.DefaultRequestHeaders.Accept.ParseAdd("text/html");

        var page = await (await visitor.GetAsync(address)).Content.ReadAsStringAsync();

        Assert.All(["/privacy", "/terms", "/my-data"], link => Assert.Contains($"href=\"{link}\"", page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_operator_and_the_periods_are_those_of_the_settings_and_nothing_in_them_is_markup()
    {
        var own = new NamedHost();
        try
        {
            using var visitor = own.NewClient();
            var page = WebUtility.HtmlDecode(await visitor.GetStringAsync("/privacy"));

            Assert.Contains("最後のやりとりから90日", page, StringComparison.Ordinal);
            Assert.Contains("完了から3年", page, StringComparison.Ordinal);
            Assert.Contains("大阪商工会議所 <相談デスク>", page, StringComparison.Ordinal);
            Assert.Contains("href=\"mailto:desk@example.jp\"", page, StringComparison.Ordinal);
            Assert.DoesNotContain("<相談デスク>", await visitor.GetStringAsync("/privacy"), StringComparison.Ordinal);
        }
        finally
        {
            await own.DisposeAsync();
        }
    }

    private sealed class NamedHost : ProductHost
    {
        protected override IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>
        {
            ["MedtechBot:Operator:Name"] = "大阪商工会議所 <相談デスク>",
            ["MedtechBot:Operator:Contact"] = "desk@example.jp",
            ["MedtechBot:Retention:ConversationDays"] = "90",
            ["MedtechBot:Retention:TicketDays"] = "1095",
        };
    }
}
