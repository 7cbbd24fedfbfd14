using Markdig;
using MedtechBot.Coordination;

namespace MedtechBot.Tests.Coordination;

public sealed class PlainMarkdownTests
{
    [Theory]
    [InlineData("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;")]
    [InlineData("# 見出し **太字** _x_ `code`", "# 見出し **太字** _x_ `code`")]
    [InlineData("[押して](javascript:alert(1))", "[押して](javascript:alert(1))")]
    [InlineData("![x](//example.com/x.png)", "![x](//example.com/x.png)")]
    [InlineData("&lt; と &amp;", "&amp;lt; と &amp;amp;")]
    [InlineData("1. 一\n- 二\n> 三", "1. 一<br />\n- 二<br />\n&gt; 三")]
    public void What_a_person_typed_is_shown_as_typed(string typed, string html) => Assert.Equal($"<p>{html}</p>", Shown(typed));

    [Fact]
    public void An_address_becomes_a_link_without_the_punctuation_behind_it() =>
        Assert.Equal("<p>詳しくは <a href=\"https://example.jp/a_b?c=1&amp;d\">https://example.jp/a_b?c=1&amp;d</a>.</p>", Shown("詳しくは https://example.jp/a_b?c=1&d."));

    [Fact]
    public void An_empty_line_parts_paragraphs() => Assert.Equal("<p>一</p>\n<p>二</p>", Shown("一\n\n二"));

    private static string Shown(string typed) => Markdown.ToHtml(PlainMarkdown.Of(typed)).Trim();
}
