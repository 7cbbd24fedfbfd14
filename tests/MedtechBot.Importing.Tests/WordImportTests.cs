using System.Net;
using System.Net.Sockets;
using static MedtechBot.Importing.Tests.WordFile;

namespace MedtechBot.Importing.Tests;

public sealed class WordImportTests : IDisposable
{
    private const string Page = "<w:p><w:r><w:lastRenderedPageBreak/><w:t>次の頁の文である。</w:t></w:r></w:p>";

    private readonly ImportFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Headings_are_known_by_level_name_or_the_style_they_rest_on()
    {
        var draft = Draft(Paragraph("品質の手引き", "T") + Paragraph("目次の行……3", "TOC1") + Paragraph("総則", "1") + Paragraph("文一である。")
            + Paragraph("適用", "2") + Paragraph("文二である。") + Paragraph("社内の決まり", "Own") + Paragraph("文三である。")
            + "<w:p><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr><w:r><w:t>附則</w:t></w:r></w:p>" + Paragraph("文四である。"));

        Assert.Contains("title: \"品質の手引き\"", draft, StringComparison.Ordinal);
        Assert.Equal(["総則", "適用", "社内の決まり", "附則"], ImportFolder.Sections(draft).Select(s => s.Heading));
        Assert.Contains("「総則 > 社内の決まり」", draft, StringComparison.Ordinal);
        Assert.DoesNotContain("目次の行", draft, StringComparison.Ordinal);
    }

    [Fact]
    public void Pages_come_from_where_Word_last_broke_them_or_from_breaks_that_were_set()
    {
        Assert.Contains("locator: \"pp. 1-3「章一」\"", Draft(Paragraph("章一", "1") + Paragraph("文である。") + Page + Page + Paragraph("章二", "1")), StringComparison.Ordinal);
        Assert.Contains("locator: \"p. 2「節」\"", Draft(Paragraph("文である。") + "<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>" + Paragraph("節", "2") + Paragraph("文である。"), "set.docx"), StringComparison.Ordinal);
        Assert.Contains("locator: \"「節」\"", Draft(Paragraph("節", "2") + Paragraph("文である。"), "none.docx"), StringComparison.Ordinal);
    }

    [Fact]
    public void Tables_keep_their_merged_cells_and_frames_are_text()
    {
        const string restart = "<w:vMerge w:val=\"restart\"/>", goesOn = "<w:vMerge/>";

        var body = ImportFolder.Body(Draft(
            Table(["区分", "種類", "費用"], [Cell("クラスII", restart), "新規", "100万円"], [Cell("", goesOn), "変更", "50万円"], [Cell("合計", "<w:gridSpan w:val=\"2\"/>"), "150万円"])
            + Table([$"<w:tc>{Paragraph("枠の中の文である。")}{Paragraph("次の文である。")}</w:tc>"])));

        Assert.Contains("| 区分 | 種類 | 費用 |\n| --- | --- | --- |\n| クラスII | 新規 | 100万円 |\n| クラスII | 変更 | 50万円 |\n| 合計 |  | 150万円 |\n", body, StringComparison.Ordinal);
        Assert.Contains("\n枠の中の文である。\n\n次の文である。\n", body, StringComparison.Ordinal);
    }

    [Fact]
    public void Lists_boxes_and_insertions_are_read_and_what_is_deleted_or_hidden_is_not()
    {
        var body = ImportFolder.Body(Draft("""
            <w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>外の項目</w:t></w:r></w:p>
            <w:p><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>内の項目</w:t></w:r></w:p>
            <w:p><w:r><w:t>本文</w:t></w:r><w:ins w:id="1"><w:r><w:t>に足した文</w:t></w:r></w:ins><w:del w:id="2"><w:r><w:delText>消した文</w:delText></w:r></w:del><w:r><w:rPr><w:vanish/></w:rPr><w:t>隠した文</w:t></w:r>
            <w:r><w:fldChar w:fldCharType="begin"/><w:instrText>INCLUDETEXT "C:\secret"</w:instrText><w:fldChar w:fldCharType="end"/></w:r>
            <w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:txbx><w:txbxContent><w:p><w:r><w:t>箱の文である。</w:t></w:r></w:p></w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:t>古い箱</w:t></mc:Fallback></mc:AlternateContent></w:r>
            <w:r><w:ruby><w:rt><w:r><w:t>ちけん</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>治験</w:t></w:r></w:rubyBase></w:ruby></w:r></w:p>
            <w:sdt><w:sdtContent><w:p><w:r><w:t>欄の文である。</w:t></w:r></w:p></w:sdtContent></w:sdt>
            """));

        Assert.Contains("- 外の項目\n  - 内の項目\n", body, StringComparison.Ordinal);
        Assert.Contains("本文に足した文治験\n\n箱の文である。\n\n欄の文である。\n", body, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_that_a_document_refers_to_is_fetched_and_odd_addresses_do_not_matter()
    {
        var elsewhere = new TcpListener(IPAddress.Loopback, 0);
        elsewhere.Start();
        var address = $"http://{elsewhere.LocalEndpoint}/";
        var references = Reference("attachedTemplate", address + "t") + Reference("image", address + "im") + Reference("subDocument", address + "sub")
            + Reference("hyperlink", "mailto:someone@@example.org,%%%") + Reference("hyperlink", "http://:::") + Reference("oleObject", @"\\example.org\share\a");

        var draft = _folder.Draft(_folder.Add("a.docx", WordFile.Of(Paragraph("本文である。"), references).Bytes()));

        Assert.Contains("本文である。", draft, StringComparison.Ordinal);
        Assert.False(elsewhere.Pending());
        elsewhere.Stop();
    }

    [Fact]
    public void A_handbook_of_150_pages_is_cut_into_passages_that_lint_takes()
    {
        var body = string.Concat(Enumerable.Range(1, 150).Select(page => Paragraph($"第{page}節 手続き", page % 10 == 1 ? "1" : "2")
            + string.Concat(Enumerable.Range(1, 12).Select(i => Paragraph($"手続き{page}の{i}番目では、製造販売業者が申請書を用意し、資料とあわせて期日までに窓口へ提出する。受け付けた日から審査が始まる。")))
            + Table([.. Enumerable.Range(0, 30).Select(row => new[] { $"項目{row}", $"値{row}が入り、単位は日である", "備考" })])
            + (page < 150 ? Page : "")));

        var imported = _folder.Import(_folder.Add("handbook.docx", WordFile.Of(body).Bytes()));

        var reading = _folder.Finish(imported.Files);
        Assert.False(reading.HasErrors, string.Join('\n', reading.Problems.Take(5)));
        var passages = reading.Documents.SelectMany(d => d.Passages).ToList();
        Assert.Equal(imported.Sections, passages.Count);
        Assert.Contains(passages, p => p.Heading == "第77節 手続き(1)" && p.Sources[0].Locator.StartsWith("p. 77「第71節 手続き > 第77節 手続き」", StringComparison.Ordinal));
        Assert.Contains(passages, p => p.Sources[0].Locator.StartsWith("p. 150", StringComparison.Ordinal));
        Assert.Equal(150 * 29, passages.Sum(p => p.Units.Count(u => u.Kind == MedtechBot.Knowledge.QuoteUnitKind.TableRow)));
    }

    private string Draft(string body, string name = "a.docx") => _folder.Draft(_folder.Add(name, WordFile.Of(body).Bytes()));
}
