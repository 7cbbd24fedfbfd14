using MedtechBot.Host.KnowledgePages;

namespace MedtechBot.Host.Tests.KnowledgePages;

public class SectionHtmlTests
{
    [Fact]
    public void A_quote_is_marked_where_it_stands() =>
        Assert.Equal("<p>はじめ。<mark>費用は無料である。</mark>おわり。</p>", Html("はじめ。費用は無料である。おわり。", "費用は無料である。"));

    [Fact]
    public void A_quote_is_marked_across_emphasis_links_and_line_breaks() =>
        Assert.Equal(
            "<p><mark>費用は</mark><strong><mark>原則</mark></strong>\n<mark>無料で、</mark><a href=\"/knowledge/medic#fee\"><mark>案内</mark></a><mark>がある。</mark></p>",
            Html("費用は**原則**\n無料で、[案内](medic#fee)がある。", "費用は原則無料で、案内がある。"));

    [Fact]
    public void A_quoted_table_row_is_marked_as_a_row()
    {
        var html = Html("| 区分 | 上限 |\n|---|---|\n| 開発 | 1億円 |\n| 実証 | 2億円 |", "区分: 実証; 上限: 2億円");

        Assert.Contains("<tr class=\"cited\">\n<td data-label=\"区分\"><mark>実証</mark></td>\n<td data-label=\"上限\"><mark>2億円</mark></td>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<mark>開発", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_nested_item_is_marked_though_it_is_quoted_with_its_label() =>
        Assert.Contains("<li><mark>特許: 弁理士</mark></li>", Html("- 相談先\n  - 特許: 弁理士\n  - 契約: 弁護士", "相談先: 特許: 弁理士"), StringComparison.Ordinal);

    [Fact]
    public void Every_line_of_a_quote_over_several_units_is_marked() =>
        Assert.Equal(2, Html("一つ目。\n\n- 二つ目", "一つ目。\n二つ目").Split("<mark>").Length - 1);

    [Fact]
    public void A_quote_cut_through_a_character_is_marked_up_to_there() =>
        Assert.Contains("<mark>叱る</mark>", Html("叱る𠮷野", "叱る\uFFFD"), StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("   \n ")]
    [InlineData("どこにもない言葉")]
    [InlineData("<script>alert(1)</script>")]
    public void Words_that_do_not_occur_mark_nothing(string quote) => Assert.Equal("<p>本文。</p>", Html("本文。", quote));

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("[x](javascript:alert(1))")]
    [InlineData("[x](JaVaScRiPt:alert(1))")]
    [InlineData("[x](data:text/html,hi)")]
    [InlineData("[x](//elsewhere.example)")]
    [InlineData("[x](/\\elsewhere.example)")]
    [InlineData("![x](https://elsewhere.example/pixel.png)")]
    [InlineData("<javascript:alert(1)>")]
    [InlineData("[x][y]\n\n[y]: javascript:alert(1)")]
    [InlineData("| <b onclick=alert(1)> |\n|---|\n| \"><svg onload=alert(1)> |")]
    public void Nothing_in_markdown_runs_or_leads_astray(string markdown)
    {
        var html = Html(markdown, "x");

        Assert.DoesNotMatch("(?i)<(script|img|svg|b)[ >]|<[^>]*(href|src)=", html);
    }

    [Fact]
    public void Links_to_the_web_do_not_hand_over_the_page() =>
        Assert.Contains("<a href=\"https://www.pmda.go.jp/\" rel=\"noopener external\">", Html("[PMDA](https://www.pmda.go.jp/)", null), StringComparison.Ordinal);

    private static string Html(string markdown, string? quote) => SectionHtml.Render(markdown, quote).Value.Trim();
}
