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

    private (int Code, string[] Lines) Run(string verb)
    {
        using var output = new StringWriter();
        var root = new RootCommand { KnowledgeCommands.Build(() => _folder) };
        var code = root.Parse(["knowledge", verb]).Invoke(new InvocationConfiguration { Output = output });
        return (code, output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }
}
