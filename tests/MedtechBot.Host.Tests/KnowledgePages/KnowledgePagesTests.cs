using System.Net;

namespace MedtechBot.Host.Tests.KnowledgePages;

public class KnowledgePagesTests(ProductHost host) : IClassFixture<ProductHost>
{
    private readonly HttpClient _client = host.NewClient();

    [Fact]
    public async Task A_citation_opens_its_document_with_the_quote_marked_and_its_source_named()
    {
        var page = await _client.GetStringAsync("/knowledge/test-support?q=" + Uri.EscapeDataString(SmallKnowledge.Quote));

        Assert.Contains($"<mark>{SmallKnowledge.Quote}</mark>", page, StringComparison.Ordinal);
        Assert.Contains("id=\"fee\"", page, StringComparison.Ordinal);
        Assert.Contains("試験用の発行者「試験用の資料」", page, StringComparison.Ordinal);
        Assert.Contains("第1章", page, StringComparison.Ordinal);
        Assert.Contains("URL不明", page, StringComparison.Ordinal);
        Assert.Contains("2022年2月", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_names_every_document_and_finds_sections()
    {
        Assert.Contains("href=\"/knowledge/test-support\"", await _client.GetStringAsync("/knowledge"), StringComparison.Ordinal);
        Assert.Contains("href=\"/knowledge/test-support#hours\"", await _client.GetStringAsync("/knowledge?q=受付時間"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/knowledge/nowhere")]
    [InlineData("/knowledge/..%2f..%2fetc%2fpasswd")]
    [InlineData("/knowledge/%2e%2e%5c%2e%2e%5cdata")]
    [InlineData("/knowledge/test-support.md")]
    [InlineData("/knowledge/test-support%00")]
    public async Task What_is_not_a_document_is_not_found(string address)
    {
        using var response = await _client.GetAsync(new Uri(address, UriKind.Relative));

        // The server itself refuses a null character.
        Assert.Contains(response.StatusCode, new[] { HttpStatusCode.NotFound, HttpStatusCode.BadRequest });
    }

    [Fact]
    public async Task An_unknown_document_leads_back_to_the_list()
    {
        var page = await (await _client.GetAsync(new Uri("/knowledge/nowhere", UriKind.Relative))).Content.ReadAsStringAsync();

        Assert.Contains("ページが見つかりません", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/knowledge\"", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/knowledge/test-support?q=%3Cscript%3Ealert(1)%3C/script%3E")]
    [InlineData("/knowledge?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E")]
    [InlineData("/knowledge?%3Cscript%3Ealert(1)%3C/script%3E=1&lang=%3Cscript%3E")]
    public async Task What_stands_in_the_address_is_never_markup(string address) =>
        Assert.DoesNotContain("<script", await _client.GetStringAsync(address), StringComparison.OrdinalIgnoreCase);

    [Fact]
    public async Task Pages_speak_the_language_that_was_chosen_and_remember_it()
    {
        Assert.Contains("<html lang=\"ja\"", await _client.GetStringAsync("/knowledge"), StringComparison.Ordinal);
        Assert.Contains("<html lang=\"en\"", await _client.GetStringAsync("/knowledge?lang=en"), StringComparison.Ordinal);
        Assert.Contains("<html lang=\"en\"", await _client.GetStringAsync("/knowledge/test-support"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_page_keeps_to_itself()
    {
        using var response = await _client.GetAsync(new Uri("/knowledge", UriKind.Relative));

        Assert.Contains("default-src 'none'", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
    }
}
