using MedtechBot.Knowledge;

namespace MedtechBot.Tests.Knowledge;

public sealed class KnowledgeReportTests : IDisposable
{
    private static readonly DateOnly Today = new(2026, 11, 21);

    private readonly KnowledgeFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("2026-11-20", true, false)]
    [InlineData("2026-11-21", false, true)]
    [InlineData("2027-02-19", false, true)]
    [InlineData("2027-02-20", false, false)]
    public void Documents_are_listed_by_their_last_day(string until, bool expired, bool soon)
    {
        Add("medic", $"\nvalid_until: {until}");

        var report = Report();

        Assert.Equal((expired, soon), (report.Expired.Count == 1, report.ExpiringSoon.Count == 1));
    }

    [Theory]
    [InlineData("2021", false)] // may mean its last day
    [InlineData("2020", true)]
    [InlineData("2021-10", true)]
    [InlineData("2021-11", false)]
    [InlineData("2021-11-20", true)]
    [InlineData("2021-11-21", false)]
    public void A_source_is_old_by_the_last_day_that_its_date_can_mean(string date, bool old)
    {
        _folder.With("a.md", KnowledgeFolder.Article(frontMatter: KnowledgeFolder.FrontMatter.Replace("date: 2022-02", $"date: {date}", StringComparison.Ordinal)));

        Assert.Equal(old ? ["medic#fee"] : [], Report().Old.Select(p => p.Id.Value));
    }

    [Fact]
    public void A_passage_that_a_newer_source_confirms_is_not_old()
    {
        var front = KnowledgeFolder.FrontMatter.Replace("sources:", "sources:\n  - {id: law, title: 通知, publisher: 厚生労働省, date: 2014, url: unknown}", StringComparison.Ordinal);
        _folder.With("a.md", KnowledgeFolder.Article(frontMatter: front, section: KnowledgeFolder.Section.Replace("source: meti", "source: [law, meti]", StringComparison.Ordinal)));
        _folder.With("b.md", KnowledgeFolder.Article("other", frontMatter: front, section: KnowledgeFolder.Section.Replace("source: meti", "source: law", StringComparison.Ordinal)));

        Assert.Equal(["other#fee"], Report().Old.Select(p => p.Id.Value));
        Assert.Equal(2, KnowledgeReport.Of(_folder.Read().Documents, Today, years: 2).Old.Count);
    }

    [Fact]
    public void Unverified_passages_are_counted_by_document()
    {
        _folder.With("a.md", KnowledgeFolder.Article(section: KnowledgeFolder.Section.Replace("locator: p. 3", "limit: unverified", StringComparison.Ordinal)));
        Add("other", "");

        var report = Report();

        Assert.Equal([("medic", 1), ("other", 0)], report.Documents.Select(d => (d.Document.Id, d.Unverified.Count)));
        Assert.Equal(2, report.PassageCount);
    }

    private void Add(string id, string more) => _folder.With(id + ".md", KnowledgeFolder.Article(id, frontMatter: KnowledgeFolder.FrontMatter + more));

    private KnowledgeReport Report() => KnowledgeReport.Of(_folder.Read().Documents, Today, years: 5);
}
