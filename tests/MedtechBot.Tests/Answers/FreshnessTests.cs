using MedtechBot.Answers;
using MedtechBot.Knowledge;
using MedtechBot.Knowledge.Search;
using MedtechBot.Tests.Knowledge;
using MedtechBot.Turns;

namespace MedtechBot.Tests.Answers;

/// <summary>What is past its last day is said to be so, and gives way to what still holds.</summary>
public sealed class FreshnessTests : IDisposable
{
    private const string Question = "補助金の上限額はいくらですか";

    // In Japan the last day of March ends at 15:00 UTC.
    private const string LastMoment = "2026-03-31T14:59:59Z";
    private const string Afterwards = "2026-03-31T15:00:00Z";

    private readonly KnowledgeFolder _folder = new();

    // Words weigh something only where other passages lack them.
    public FreshnessTests()
    {
        foreach (var (number, subject) in ((string[])["展示会", "品質管理", "秘密保持契約", "特許出願", "保険収載", "海外展開"]).Index())
        {
            Add($"other-{number}", $"{subject}の相談は窓口で受け付ける。", null, subject, "The desk takes questions.");
        }
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Up_to_its_last_day_in_Japan_nothing_is_said()
    {
        Add("grant-2025", "補助金の上限額は3,000万円である。", "2026-03-31");

        var answer = await AskAsync(Question, LastMoment);

        Assert.Contains("3,000万円", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("期限", answer.Text, StringComparison.Ordinal);
        Assert.False(answer.Caveat);
    }

    [Theory]
    [InlineData(Question, "※2026年3月31日までの情報で、その期限を過ぎています。")]
    [InlineData("What is the maximum amount of the grant?", "Note: the information speaks for the time until 2026-03-31, which has passed.")]
    public async Task Afterwards_the_answer_says_so_in_the_askers_language(string question, string note)
    {
        Add("grant-2025", "補助金の上限額は3,000万円である。", "2026-03-31");

        var answer = await AskAsync(question, Afterwards);

        Assert.Equal(OutcomeKind.Answered, answer.Outcome);
        Assert.Contains(note, answer.Text, StringComparison.Ordinal);
        Assert.True(answer.Caveat);
    }

    [Fact]
    public async Task What_still_holds_is_cited_before_what_has_expired()
    {
        Add("a-grant-2025", "補助金の上限額は3,000万円である。", "2026-03-31");
        Add("b-grant-2026", "補助金の上限額は5,000万円である。", "2027-03-31");

        Assert.Equal("a-grant-2025", (await AskAsync(Question, LastMoment)).Citations[0].Id.DocumentId); // alike in all but the id
        var answer = await AskAsync(Question, Afterwards);

        Assert.Equal("b-grant-2026", answer.Citations[0].Id.DocumentId);
        Assert.False(answer.Caveat);
    }

    [Fact]
    public async Task Beside_others_the_expired_citation_is_named_by_its_number()
    {
        Add("grant", "補助金の上限額は3,000万円である。", null);
        Add("trial", "治験の届出は開始の31日前までに行う。", "2026-03-31", heading: "治験の届出", english: "Notify the trial 31 days before it starts.");

        var answer = await AskAsync("補助金の上限額はいくらか、治験の届出はいつまでか", Afterwards);

        var expired = Assert.Single(answer.Citations, c => c.Id.DocumentId == "trial");
        Assert.Equal(2, answer.Citations.Count);
        Assert.Contains($"※[{expired.Position}]は、2026年3月31日までの情報", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_answer_names_the_date_its_sources_speak_for()
    {
        Add("grant-2025", "補助金の上限額は3,000万円である。", null);

        var answer = await AskAsync(Question, LastMoment);

        Assert.Equal("2022年2月時点の資料によります", answer.DateLine);
        Assert.All(answer.Citations, c => Assert.Equal(new PartialDate(2022, 2), c.AsOf));
    }

    private void Add(string id, string body, string? validUntil, string heading = "補助金の上限額", string english = "The maximum amount of the grant is 30 million yen.")
    {
        var front = KnowledgeFolder.FrontMatter + (validUntil is null ? "" : $"\nvalid_until: {validUntil}");
        var section = $"## {heading} {{#main}}\n\n<!-- passage\nsource: meti\nen: {english}\n-->\n\n{body}";
        _folder.With(id + ".md", KnowledgeFolder.Article(id, section, front));
    }

    private async Task<Answer> AskAsync(string question, string utc)
    {
        var reading = _folder.Read();
        Assert.False(reading.HasErrors, string.Join('\n', reading.Problems));
        var snapshot = SearchSetup.BuildSnapshot(_folder.Path, reading.Documents);
        return (await new TurnHandler(() => snapshot, new FixedTime(utc)).HandleAsync(new Turn(question, []))).Answer;
    }
}
