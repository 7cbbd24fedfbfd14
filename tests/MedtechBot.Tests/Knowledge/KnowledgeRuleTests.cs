using MedtechBot.Knowledge;

namespace MedtechBot.Tests.Knowledge;

/// <summary>One case a rule: what is wrong is named with its line, and the file is not served.</summary>
public sealed class KnowledgeRuleTests : IDisposable
{
    private readonly KnowledgeFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("kind: guidebook", "kind: novel", "unknown kind 'novel'", 4)]
    [InlineData("kind: guidebook", "kind: case-study\nauthor: me", "unknown key 'author'", 5)]
    [InlineData("topics: [ecosystem]", "topics: [cooking]", "unknown topic 'cooking'", 5)]
    [InlineData("topics: [ecosystem]", "stages: [9]", "stage '9'", 5)]
    [InlineData("jurisdictions: [JP]", "jurisdictions: [Japan]", "jurisdiction 'Japan'", 6)]
    [InlineData("authority: guidebook", "authority: rumour", "unknown authority 'rumour'", 7)]
    [InlineData("authority: guidebook", "", "'authority' is missing", 2)]
    [InlineData("title: 伴走コンサル", "", "'title' is missing", 2)]
    [InlineData("    publisher: 経済産業省", "", "'publisher' is missing", 9)]
    [InlineData("    date: 2022-02", "", "'date' is missing", 9)]
    [InlineData("    date: 2022-02", "    date: 2022-13", "date '2022-13'", 12)]
    [InlineData("    url: unknown", "    url: ftp://example.org", "url 'ftp://example.org'", 13)]
    [InlineData("    url: unknown", "", "'url' is missing", 9)]
    [InlineData("as_of: 2022-02", "", "'as_of' is missing", 2)]
    [InlineData("reviewed: 2026-11-21", "", "'reviewed' is missing", 2)]
    [InlineData("reviewed: 2026-11-21", "reviewed: 2026-11-21\nvalid_until: 2027", "valid_until '2027'", 16)]
    [InlineData("reviewed: 2026-11-21", "reviewed: draft", "is a draft: finish it", 15)]
    [InlineData("title: 伴走コンサル", "title: TODO", "'title' is still TODO", 3)]
    [InlineData("    date: 2022-02", "    date: TODO", "'date' is still TODO", 12)]
    [InlineData("id: {id}", "id: Big Id", "id 'Big Id'", 2)]
    [InlineData("id: {id}", "id: [", "invalid YAML", 0)]
    [InlineData("id: {id}", "id: &a medic", "anchors and aliases", 2)]
    [InlineData("id: {id}", "id: !!binary medic", "YAML tags", 2)]
    [InlineData("id: {id}", "id: [[[[[[[[[[[[1]]]]]]]]]]]]", "nested too deeply", 2)]
    public void Front_matter_is_checked(string line, string instead, string problem, int at) =>
        Expect(KnowledgeFolder.Article(frontMatter: KnowledgeFolder.FrontMatter.Replace(line, instead)), problem, at);

    [Theory]
    [InlineData("source: meti", "", "'source' is missing")]
    [InlineData("source: meti", "source: [meti, amed]", "source 'amed' is not among")]
    [InlineData("en: Advice is free.", "en: TODO", "'en' is still TODO")]
    [InlineData(" {#fee}", "", "has no id")]
    [InlineData("{#fee}", "{#Fee}", "section id 'Fee'")]
    [InlineData("{#fee}", "{#fee .red}", "attributes in braces")]
    [InlineData("locator: p. 3", "limit: maybe", "unknown limit 'maybe'")]
    [InlineData("locator: p. 3", "colour: red", "unknown key 'colour'")]
    [InlineData("<!-- passage", "<!-- note", "no passage comment")]
    [InlineData("<!-- passage", "<!-- note", "raw HTML")]
    [InlineData("伴走コンサルは原則無料である。", "", "is empty")]
    [InlineData("伴走コンサルは原則無料である。", "### 小見出し", "headings below ##")]
    [InlineData("原則", "<b>原則</b>", "raw HTML")]
    [InlineData("原則", "![絵](https://example.org/a.png)", "images")]
    [InlineData("原則", "[原則](javascript:alert)", "link 'javascript:alert'")]
    [InlineData("原則", "[原則](../../etc/passwd)", "link '../../etc/passwd'")]
    [InlineData("原則", "[原則](/etc/passwd)", "link '/etc/passwd'")]
    [InlineData("原則", "[原則](//example.org/a)", "link '//example.org/a'")]
    [InlineData("原則", "[原則](file:///etc/passwd)", "link 'file:///etc/passwd'")]
    [InlineData("原則", "[原則](nowhere#fee)", "document that does not exist")]
    [InlineData("原則", "[原則](#nowhere)", "section that does not exist")]
    [InlineData("原則", "[原則](https://example.org){onclick=alert(1)}", "attributes in braces")]
    [InlineData("伴走コンサルは原則無料である。", "```\ncode\n```", "code blocks")]
    public void Sections_are_checked(string text, string instead, string problem) =>
        Expect(KnowledgeFolder.Article(section: KnowledgeFolder.Section.Replace(text, instead)), problem);

    [Fact]
    public void Links_to_what_exists_and_to_the_web_are_fine()
    {
        var reading = _folder
            .With("a.md", KnowledgeFolder.Article("a", KnowledgeFolder.Section.Replace("原則", "[原則](b#fee)[b](b)[ここ](#fee)<https://example.org/a?b=c>")))
            .With("b.md", KnowledgeFolder.Article("b"))
            .Read();

        Assert.Empty(reading.Problems);
    }

    [Fact]
    public void Ids_are_unique()
    {
        _folder.With("b.md", KnowledgeFolder.Article("medic"));
        Expect(KnowledgeFolder.Article("medic", KnowledgeFolder.Section + "\n\n" + KnowledgeFolder.Section), "section id 'fee' is used twice");

        var named = Assert.Single(_folder.Read().Problems, p => p.File == "b.md");
        Assert.Contains("already used by a.md", named.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_too_long_to_quote_is_refused_and_what_is_rather_long_is_warned_of()
    {
        Expect(KnowledgeFolder.ArticleOf(string.Concat(Enumerable.Repeat("この文は三十字ほどの長さになるように書いた文であるとする。", 45))), "more than 1200");
        Expect(KnowledgeFolder.ArticleOf(new string('長', 301) + "。"), "too long to quote");

        var warned = _folder.With("a.md", KnowledgeFolder.ArticleOf(new string('長', 250) + "。")).Read();
        Assert.Equal(ProblemSeverity.Warning, Assert.Single(warned.Problems).Severity);
        Assert.Single(warned.Documents);
    }

    [Fact]
    public void A_missing_gist_and_a_past_date_are_only_warned_of()
    {
        var reading = _folder.With("a.md", KnowledgeFolder.Article(
            section: KnowledgeFolder.Section.Replace("en: Advice is free.", ""),
            frontMatter: KnowledgeFolder.FrontMatter + "\nvalid_until: 2020-03-31")).Read();

        Assert.Equal(["valid_until 2020-03-31 has passed: look for something newer", "has no English gist (en)"], reading.Problems.Select(p => p.Message));
        Assert.False(reading.HasErrors);
        Assert.Single(reading.Documents);
    }

    [Fact]
    public void A_rule_may_not_rest_on_a_case_study() =>
        Expect(KnowledgeFolder.Article(frontMatter: KnowledgeFolder.FrontMatter.Replace("kind: guidebook", "kind: case-study").Replace("authority: guidebook", "authority: law")), "never a rule");

    private void Expect(string article, string problem, int at = 0)
    {
        var reading = _folder.With("a.md", article).Read();

        var found = reading.Problems.Where(p => p.File == "a.md" && p.Message.Contains(problem, StringComparison.Ordinal)).ToList();
        Assert.True(found.Count > 0, $"'{problem}' is not among: {string.Join(" | ", reading.Problems)}");
        Assert.All(found, p => Assert.Equal(ProblemSeverity.Error, p.Severity));
        Assert.True(at == 0 || found[0].Line == at, $"line {found[0].Line} instead of {at}: {found[0]}");
        Assert.DoesNotContain(reading.Documents, d => d.File == "a.md");
    }
}
