using System.CommandLine;
using MedtechBot.Host.CommandLine;

namespace MedtechBot.Host.Tests.CommandLine;

public sealed class KnowledgeCommandsTests : IDisposable
{
    private const string Article = """
        ---
        id: medic
        title: 伴走コンサル
        kind: guidebook
        topics: [ecosystem]
        authority: guidebook
        sources:
          - {id: meti, title: 資料, publisher: 経済産業省, date: 2022-02, url: unknown}
        as_of: 2022-02
        reviewed: 2026-11-21
        ---

        ## 料金 {#fee}

        <!-- passage
        source: meti
        limit: unverified
        -->

        伴走コンサルは原則無料である。
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("knowledge-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Lint_counts_and_succeeds_when_there_are_only_warnings()
    {
        File.WriteAllText(Path.Combine(_folder, "a.md"), Article);

        var (code, lines) = Run("lint");

        Assert.Equal(0, code);
        Assert.Equal(["a.md:16: warning: has no English gist (en)", "1 documents, 1 passages, 0 errors, 1 warnings, 1 unverified"], lines);
    }

    [Fact]
    public void Lint_names_each_error_and_fails()
    {
        File.WriteAllText(Path.Combine(_folder, "a.md"), Article.Replace("source: meti", "source: amed", StringComparison.Ordinal));

        var (code, lines) = Run("lint");

        Assert.Equal(1, code);
        Assert.Contains("a.md:16: error: source 'amed' is not among the document's sources", lines);
        Assert.StartsWith("0 documents, 0 passages, 1 errors", lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void List_has_a_line_a_document()
    {
        File.WriteAllText(Path.Combine(_folder, "a.md"), Article);

        var (code, lines) = Run("list");

        Assert.Equal(0, code);
        Assert.Equal(["medic\t伴走コンサル\t1\t2022-02"], lines);
    }

    [Theory]
    [InlineData("2027-02-19", "a.md:1: warning: valid_until 2027-02-19 is 90 days away: check what holds after it")]
    [InlineData("2026-11-21", "a.md:1: warning: valid_until 2026-11-21 is 0 days away: check what holds after it")]
    [InlineData("2026-11-20", "a.md:1: warning: valid_until 2026-11-20 has passed: look for something newer")]
    [InlineData("2027-02-20", null)]
    public void Lint_warns_of_what_expires_within_ninety_days(string until, string? warning)
    {
        File.WriteAllText(Path.Combine(_folder, "a.md"), Article.Replace("limit: unverified", "en: Free.").Replace("reviewed:", $"valid_until: {until}\nreviewed:"));

        var (code, lines) = Run("lint");

        Assert.Equal(0, code);
        Assert.Equal(warning is null ? [] : [warning], lines[..^1]);
    }

    [Fact]
    public void Report_lists_unverified_old_and_expiring_knowledge_and_counts_by_document()
    {
        File.WriteAllText(Path.Combine(_folder, "a.md"), Article.Replace("reviewed:", "valid_until: 2027-01-31\nreviewed:"));

        var (code, lines) = Run("report", "--years", "4");

        Assert.Equal(0, code);
        Assert.Equal(
            [
                "# Knowledge on 2026-11-21: 1 documents, 1 passages",
                "# Unverified, resting on secondary sources: 1 passages",
                "経済産業省「資料」2022-02",
                "medic#fee\t料金\tas of 2022-02",
                "# Resting on sources before 2022-11-21 alone: 1 passages",
                "経済産業省「資料」2022-02",
                "medic#fee\t料金\tas of 2022-02",
                "# Expired: 0 documents",
                "# Expiring by 2027-02-19: 1 documents",
                "medic\t伴走コンサル\tuntil 2027-01-31\t1 passages",
                "# By document: id, passages, unverified, old, as_of, valid_until, reviewed",
                "medic\t1\t1\t1\t2022-02\t2027-01-31\t2026-11-21",
            ],
            lines);
    }

    [Fact]
    public void Report_fails_when_it_is_not_the_whole_knowledge()
    {
        File.WriteAllText(Path.Combine(_folder, "a.md"), Article);
        File.WriteAllText(Path.Combine(_folder, "b.md"), "# no front matter");

        var (code, lines) = Run("report");

        Assert.Equal(1, code);
        Assert.StartsWith("# Knowledge on 2026-11-21: 1 documents", lines[0], StringComparison.Ordinal);
    }

    private (int Code, string[] Lines) Run(params string[] arguments)
    {
        using var output = new StringWriter();
        var root = new RootCommand { KnowledgeCommands.Build(() => _folder, new Noon()) };
        var code = root.Parse(["knowledge", .. arguments]).Invoke(new InvocationConfiguration { Output = output, Error = TextWriter.Null });
        return (code, output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }

    private sealed class Noon : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 11, 21, 3, 0, 0, TimeSpan.Zero);
    }
}
