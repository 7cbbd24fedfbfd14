using System.Globalization;
using System.Net;
using MedtechBot.Host.Evaluation;
using MedtechBot.Host.Storage;
using Microsoft.Extensions.Configuration;

namespace MedtechBot.Host.Tests.Evaluation;

public class QualityPageTests(ProductHost host) : IClassFixture<ProductHost>
{
    private readonly HttpClient _client = host.NewClient();

    private static AnswerFigures Recorded => new OwnQuestions(new HostPaths(new ConfigurationBuilder().Build())).Latest()!;

    [Theory]
    [InlineData("ja")]
    [InlineData("en")]
    public async Task The_page_shows_the_figures_that_were_recorded(string language)
    {
        var page = await _client.GetStringAsync("/quality?lang=" + language);

        Assert.Contains(Cell(Recorded.Right), page, StringComparison.Ordinal);
        Assert.Contains(Cell(Recorded.RightStrict), page, StringComparison.Ordinal);
        Assert.All(Recorded.ByStyle.Concat(Recorded.ByTopic).Concat(Recorded.ByAction), group => Assert.Contains(Cell(group.Right), page, StringComparison.Ordinal));
        Assert.All(OwnQuestions.Styles, style => Assert.DoesNotContain($">{style}<", page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_list_of_sources_leads_there() =>
        Assert.Contains("href=\"/quality\"", await _client.GetStringAsync("/knowledge"), StringComparison.Ordinal);

    [Fact]
    public async Task It_is_a_page_to_read_only()
    {
        using var response = await _client.PostAsync(new Uri("/quality", UriKind.Relative), null);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
    }

    private static string Cell(Share share) => string.Create(CultureInfo.InvariantCulture, $"{share.Percent:0.0}% ({share.Good}/{share.Of})");
}
