using System.Net;
using System.Net.Sockets;
using System.Text;

namespace MedtechBot.Importing.Tests;

public sealed class HtmlImportTests : IDisposable
{
    private readonly ImportFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Only_what_people_read_is_taken()
    {
        var draft = _folder.Draft(_folder.Add("page.html", """
            <!doctype html><title>承認の案内 | 役所</title><style>p{color:red}</style><script>document.write('悪い')</script>
            <nav><a href="/">戻る</a></nav><main><h1>承認の案内</h1><p>承認は<ruby>厚生<rt>こうせい</rt></ruby>労働大臣が
            行う。<br>費用は<b>別表</b>による。</p><p hidden>見えない</p><p style="display: none">見えない</p><template><p>ひな形</p></template>
            <h2 id=x>別表</h2><ul><li>申請<ol><li>書類</ol><li>審査</ul><p onclick="alert(1)"><a href="javascript:alert(1)">詳細</a>を見る。</p>
            <form><input value="検索"><button>送信</button></form><noscript>切る</noscript><svg><text>図</text></svg></main><footer>連絡先</footer>
            """));

        var body = ImportFolder.Body(draft);
        Assert.Contains("title: \"承認の案内 \\\\| 役所\"".Replace("\\\\", "", StringComparison.Ordinal), draft, StringComparison.Ordinal);
        Assert.Contains("\n承認は厚生労働大臣が行う。 費用は別表による。\n", body, StringComparison.Ordinal);
        Assert.Contains("- 申請\n  - 書類\n- 審査\n\n詳細を見る。\n", body, StringComparison.Ordinal);
        foreach (var unread in new[] { "悪い", "戻る", "見えない", "ひな形", "検索", "送信", "切る", "図", "連絡先", "color", "alert", "こうせい" })
        {
            Assert.DoesNotContain(unread, body, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Merged_cells_stand_in_each_row_they_span_and_layout_tables_are_text()
    {
        var body = ImportFolder.Body(_folder.Draft(_folder.Add("table.html", """
            <table><tr><td>枠の中の文である。<table><tr><th>区分<th colspan=2>費用</tr><tr><td rowspan=2>クラスII<td>新規<td>100万円</tr><tr><td>変更<td>50 | 60万円</tr></table></table>
            """)));

        Assert.Contains("枠の中の文である。", body, StringComparison.Ordinal);
        Assert.Contains("| 区分 | 費用 | 費用 |\n| --- | --- | --- |\n| クラスII | 新規 | 100万円 |\n| クラスII | 変更 | 50 \\| 60万円 |\n", body, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_that_a_page_refers_to_is_fetched()
    {
        var elsewhere = new TcpListener(IPAddress.Loopback, 0);
        elsewhere.Start();
        var address = $"http://{elsewhere.LocalEndpoint}/a";

        _folder.Draft(_folder.Add("page.html", $"""
            <html manifest="{address}"><head><base href="{address}"><link rel=stylesheet href="{address}"><link rel=preload as=image href="{address}">
            <meta http-equiv=refresh content="0;url={address}"><script src="{address}"></script><style>@import url({address})</style></head>
            <body background="{address}"><p style="background:url({address})">本文である。</p><img src="{address}" srcset="{address} 2x"><iframe src="{address}"></iframe>
            <object data="{address}"></object><embed src="{address}"><video src="{address}" poster="{address}"></video></body></html>
            """));

        Assert.False(elsewhere.Pending());
        elsewhere.Stop();
    }

    [Fact]
    public void The_declared_encoding_counts()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var page = "<meta charset=\"iso-2022-jp\"><p>治験の届出である。</p>";

        Assert.Contains("治験の届出である。", _folder.Draft(_folder.Add("a.html", Encoding.GetEncoding("iso-2022-jp").GetBytes(page))), StringComparison.Ordinal);
        Assert.Contains("治験の届出である。", _folder.Draft(_folder.Add("b.html", Encoding.GetEncoding("euc-jp").GetBytes(page.Replace("iso-2022-jp", "euc-jp", StringComparison.Ordinal)))), StringComparison.Ordinal);
        Assert.Contains("治験の届出である。", _folder.Draft(_folder.Add("c.html", Encoding.UTF8.GetBytes(page.Replace("iso-2022-jp", "nonsense", StringComparison.Ordinal)))), StringComparison.Ordinal);
    }

    [Fact]
    public void Elements_without_end_in_each_other_are_refused() =>
        Assert.Contains("deep in each other", _folder.Refusal(_folder.Add("deep.html", string.Concat(Enumerable.Repeat("<div>", 5_000)) + "文")), StringComparison.Ordinal);

    [Theory]
    [InlineData("<table><tr><td colspan=1000000000 rowspan=1000000000>a<td>b<tr><td>c<td>d</table>")]
    [InlineData("<p>\ud800文\u202e\u0007である。&#0;&#x1F;&#xD800;</p>")]
    [InlineData("<p>文</p><!-- --><![CDATA[x]]><?php echo 1 ?><p")]
    [InlineData("<frameset><frame></frameset><p>文</p>文である。")]
    public void Odd_pages_do_no_harm(string page)
    {
        var file = _folder.Add("odd.html", Encoding.UTF8.GetBytes("<p>前の文である。</p>" + page));

        Assert.DoesNotContain('\u0007', _folder.Draft(file));
        Assert.False(_folder.Finish([Path.Combine(_folder.Drafts, "odd.md")]).HasErrors);
    }

    [Fact]
    public void A_page_that_grows_without_end_while_it_is_parsed_is_given_up()
    {
        // Every paragraph opens again all the bold elements that were never closed.
        var bomb = string.Concat(Enumerable.Range(0, 3_000).Select(i => $"<b id={i}>")) + string.Concat(Enumerable.Repeat("<p>a", 20_000));
        var limits = new ImportLimits { Time = TimeSpan.FromMilliseconds(100) };

        Assert.Contains("to take apart", _folder.Refusal(_folder.Add("bomb.html", bomb), limits), StringComparison.Ordinal);
    }
}
