using MedtechBot.Host.Tests.DirectLine;

namespace MedtechBot.Host.Tests.KnowledgePages;

/// <summary>Knowledge that is past its last day, seen through each door.</summary>
public sealed class ExpiredKnowledgeTests(ExpiredKnowledgeTests.ExpiredHost host) : IClassFixture<ExpiredKnowledgeTests.ExpiredHost>
{
    private const string Note = "※2024年3月31日までの情報で、その期限を過ぎています。";

    [Fact]
    public async Task The_chat_says_so_in_the_answer_and_dates_its_citation()
    {
        using var asker = await DirectLineClient.StartAsync(host);
        await asker.SayAsync(SmallKnowledge.Question);
        var reply = (await asker.WaitForAsync(2))[1];

        Assert.Contains(Note, (string?)reply["text"], StringComparison.Ordinal);
        Assert.Contains("2022年2月時点", (string?)reply["entities"]![0]!["citation"]![0]!["appearance"]!["name"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_quick_page_says_so_in_the_answer_and_dates_its_citation()
    {
        using var client = host.NewClient();
        var sent = await client.PostAsync("/ask", new FormUrlEncodedContent([new("q", SmallKnowledge.Question)]));
        var page = await client.GetStringAsync(sent.Headers.Location);

        Assert.Contains(Note, page, StringComparison.Ordinal);
        Assert.Contains("2022年2月時点 · ", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_opened_citation_marks_the_passage()
    {
        using var client = host.NewClient();

        Assert.Contains("有効期限(2024年3月31日)を過ぎた情報です", await client.GetStringAsync("/knowledge/test-support"), StringComparison.Ordinal);
    }

    public sealed class ExpiredHost : ProductHost
    {
        protected override string KnowledgeValidUntil => "2024-03-31";
    }
}
