using System.Text;

namespace MedtechBot.Importing.Tests;

public sealed class MarkdownImportTests : IDisposable
{
    private readonly ImportFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Headings_lists_and_tables_stay_what_they_are()
    {
        var draft = _folder.Draft(_folder.Add("Guide to trials.md", """
            ---
            layout: post
            ---
            # 治験の手引き

            はじめに読む。

            ## 届出 (Notification)

            - 届出書を出す
              - 様式を確かめる
            1. 31日待つ

            ### 期限

            | 種類 | 日数 |
            | --- | --- |
            | 初回 | 31日 |
            """));

        Assert.Contains("id: guide-to-trials\ntitle: \"治験の手引き\"\n", draft, StringComparison.Ordinal);
        Assert.DoesNotContain("layout", draft, StringComparison.Ordinal);
        Assert.Equal(["治験の手引き", "届出 (Notification)", "期限"], ImportFolder.Sections(draft).Select(s => s.Heading));
        Assert.Equal("notification", ImportFolder.Sections(draft)[1].Id);
        Assert.Contains("locator: \"「届出 (Notification) > 期限」\"", draft, StringComparison.Ordinal);
        Assert.Contains("- 届出書を出す\n  - 様式を確かめる\n- 31日待つ\n", draft, StringComparison.Ordinal);
        Assert.Contains("| 種類 | 日数 |\n| --- | --- |\n| 初回 | 31日 |\n", draft, StringComparison.Ordinal);
        Assert.False(_folder.Finish([Path.Combine(_folder.Drafts, "guide-to-trials.md")]).HasErrors);
    }

    [Fact]
    public void What_would_be_shown_as_markup_is_text_or_gone()
    {
        var file = _folder.Add("a.md", """
            # 見出し <b>太字</b>

            文 <script>alert(1)</script> は \<img src=x\> と [リンク](javascript:alert(1)) と ![絵](https://example.org/a.png) である。

            <iframe src="https://example.org"></iframe>

            a &lt;b&gt; `c | d` {onclick=x} --> *e*
            """);

        var draft = _folder.Draft(file);

        Assert.DoesNotContain("<script", draft, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("iframe", draft, StringComparison.Ordinal);
        Assert.DoesNotContain("javascript", draft, StringComparison.Ordinal);
        var reading = _folder.Finish([Path.Combine(_folder.Drafts, "a.md")]);
        Assert.False(reading.HasErrors, string.Join('\n', reading.Problems));
        var text = Assert.Single(reading.Documents.Single().Passages).Text;
        Assert.Contains("<img src=x>", text, StringComparison.Ordinal);
        Assert.Contains("a <b> c | d {onclick=x} --> e", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("shift_jis")]
    [InlineData("euc-jp")]
    public void Japanese_is_read_in_the_encodings_it_comes_in(string encoding)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var text = Encoding.GetEncoding(encoding);

        var draft = _folder.Draft(_folder.Add("a.md", [.. text.GetPreamble(), .. text.GetBytes("# 治験の届出\n\n治験計画届書は開始の前に提出し、確認を受ける。\n")]));

        Assert.Contains("治験計画届書は開始の前に提出し、確認を受ける。", draft, StringComparison.Ordinal);
    }

    [Fact]
    public void Quotes_in_quotes_without_end_are_refused()
    {
        var file = _folder.Add("deep.md", new string('>', 50_000) + " a\n" + string.Concat(Enumerable.Range(0, 5_000).Select(i => new string(' ', i % 3_000) + "- a\n")));

        Assert.Contains("nested too deeply", _folder.Refusal(file), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_text_or_holds_none_is_refused()
    {
        Assert.Contains("is not text", _folder.Refusal(_folder.Add("a.md", [1, 0, 2, 0])), StringComparison.Ordinal);
        Assert.Contains("neither UTF-8 nor Shift_JIS", _folder.Refusal(_folder.Add("b.md", [0x41, 0xFD, 0xFE, 0xFF, 0xFF, 0x80])), StringComparison.Ordinal);
        Assert.Contains("holds no text", _folder.Refusal(_folder.Add("c.md", "<!-- nothing -->\n\n# Only a heading\n")), StringComparison.Ordinal);
    }
}
