using MedtechBot.Knowledge;

namespace MedtechBot.Tests.Knowledge;

public sealed class TableArticleTests : IDisposable
{
    private const string Specs = """

        passages:
          - id: "in-{slug}"
            group_by: [prefecture]
            where: "type=organisation"
            heading: "{prefecture}の支援機関"
            lead: "{prefecture}では{name|list}の{n}件である。"
            row: "{name}({role})"
            note: 連絡先は各機関に確かめる。
            en: "{n} in {slug}."
            asks: ["{prefecture}の相談先", "{empty}"]
            source: meti
            locator: 一覧
          - id: all
            heading: 全部
            lead: "全部で{n}件である。"
            en: "{n} in all."
            source: meti
        """;

    private const string Rows = "type,prefecture,slug,name,role,empty\r\norganisation,東京都,tokyo,\"A, B \"\"C\"\"\",窓口,\norganisation,東京都,tokyo,*D*,研究,\norganisation,大阪府,osaka,E,窓口,\nother,大阪府,osaka,F,窓口,\n";

    private readonly KnowledgeFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Rows_become_passages_by_group()
    {
        var reading = Read(Specs, Rows);

        Assert.Empty(reading.Problems);
        var passages = Assert.Single(reading.Documents).Passages;
        Assert.Equal(["t#in-tokyo", "t#in-osaka", "t#all"], passages.Select(p => p.Id.Value));
        Assert.Equal("東京都の支援機関", passages[0].Heading);
        Assert.Equal("東京都ではA, B \"C\"、*D*の2件である。\nA, B \"C\"(窓口)\n*D*(研究)\n連絡先は各機関に確かめる。", passages[0].Text);
        Assert.Equal([QuoteUnitKind.Sentence, QuoteUnitKind.ListItem, QuoteUnitKind.ListItem, QuoteUnitKind.Sentence], passages[0].Units.Select(u => u.Kind));
        Assert.Contains("- \\*D\\*(研究)", passages[0].Markdown, StringComparison.Ordinal);
        Assert.Equal(["東京都の相談先"], passages[0].Asks);
        Assert.Equal(["2 in tokyo."], passages[0].English);
        Assert.Equal("全部で4件である。", passages[2].Text);
    }

    [Theory]
    [InlineData("{prefecture}の支援機関", "{city}の支援機関", "there is no column 'city'", "t.yaml")]
    [InlineData("group_by: [prefecture]", "group_by: [city]", "there is no column 'city'", "t.yaml")]
    [InlineData("type=organisation", "type=none", "no row fits", "t.yaml")]
    [InlineData("type=organisation", "type", "'where' must read", "t.yaml")]
    [InlineData("in-{slug}", "same", "section id 'same' is used twice", "t.yaml")]
    [InlineData("in-{slug}", "in-{name}", "section id 'in-a, b \"c\"'", "t.yaml")]
    [InlineData("source: meti\n    locator", "source: amed\n    locator", "source 'amed'", "t.yaml")]
    [InlineData("where: \"type", "finder: desks\n    where: \"type", "there is no column 'match'", "t.yaml")]
    [InlineData("where: \"type", "finder: people\n    where: \"type", "unknown finder 'people'", "t.yaml")]
    public void Passages_of_tables_are_checked(string text, string instead, string problem, string file)
    {
        var reading = Read(Specs.Replace(text, instead), Rows);

        Assert.Contains(reading.Problems, p => p.File == file && p.Message.StartsWith(problem, StringComparison.Ordinal));
        Assert.Empty(reading.Documents);
    }

    [Theory]
    [InlineData("a,b\n1\n", "has 1 fields instead of 2", 2)]
    [InlineData("a,a\n1,2\n", "column 'a' is there twice", 1)]
    [InlineData("a,\n1,2\n", "a column has no name", 1)]
    [InlineData("a,b\n1,\"2\n3", "a quoted field does not end properly", 2)]
    [InlineData("", "has no header line", 1)]
    public void Rows_are_checked(string rows, string problem, int line)
    {
        var reading = Read(Specs, rows);

        Assert.Contains(new KnowledgeProblem("t.csv", line, ProblemSeverity.Error, problem), reading.Problems);
        Assert.Empty(reading.Documents);
    }

    [Fact]
    public void A_table_needs_both_its_files()
    {
        _folder.With("t.yaml", KnowledgeFolder.FrontMatter.Replace("{id}", "t") + Specs).With("u.csv", "a\n1\n").With("v.yml", "");

        Assert.Equal(
            ["t.yaml: has no t.csv beside it", "u.csv: has no .yaml file of the same name beside it", "v.yml: is not read: name it .yaml"],
            _folder.Read().Problems.Where(p => !p.Message.StartsWith("makes no", StringComparison.Ordinal)).Select(p => $"{p.File}: {p.Message}"));
    }

    private KnowledgeReading Read(string specs, string rows) =>
        _folder.With("t.yaml", KnowledgeFolder.FrontMatter.Replace("{id}", "t") + specs).With("t.csv", rows).Read();
}
