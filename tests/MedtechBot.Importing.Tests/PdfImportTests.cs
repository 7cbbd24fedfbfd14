using System.Runtime.Versioning;

namespace MedtechBot.Importing.Tests;

/// <summary>PDF by way of pdftotext; where that is missing, only what does not need it is tested.</summary>
public sealed class PdfImportTests : IDisposable
{
    private const string Sentence = "医療機器の承認には申請書と資料を提出する必要がある。";

    private readonly ImportFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [SkippableFact]
    public void A_handbook_of_120_pages_keeps_headings_and_pages_and_loses_its_running_lines()
    {
        NeedsPdfToText();
        var pdf = new PdfFile();
        for (var page = 1; page <= 120; page++)
        {
            pdf.Page().Text(60, 40, "医療機器開発の手引き 2026年版", 8).Text(280, 815, $"- {page} -", 8);
            pdf.Text(60, 100, $"第{page}章 手続きの{page}番目", 16);
            for (var line = 0; line < 20; line++)
            {
                pdf.Text(60, 140 + (line * 16), line % 2 == 0 ? "この章では、製造販売業者が行う手続きを順に説明し、注意する点を述べる。" : Sentence);
            }
        }

        var draft = _folder.Draft(_folder.Add("guide.pdf", pdf.Bytes()));

        var sections = ImportFolder.Sections(draft);
        Assert.Equal(120, sections.Count);
        Assert.Equal("第120章 手続きの120番目", sections[^1].Heading);
        Assert.Contains("locator: \"p. 77「第77章 手続きの77番目」\"", draft, StringComparison.Ordinal);
        Assert.DoesNotContain("2026年版", draft, StringComparison.Ordinal);
        Assert.DoesNotContain("- 77 -", draft.Replace("\\", "", StringComparison.Ordinal), StringComparison.Ordinal);
        var reading = _folder.Finish([Path.Combine(_folder.Drafts, "guide.md")]);
        Assert.False(reading.HasErrors, string.Join('\n', reading.Problems));
        Assert.Equal(120, reading.Documents.Single().Passages.Count);
    }

    [SkippableFact]
    public void A_table_becomes_a_table_and_a_list_a_list()
    {
        NeedsPdfToText();
        var pdf = new PdfFile().Page().Text(60, 60, "審査の期間", 16).Text(60, 100, "クラスごとの期間は次の表のとおりである。審査の期間は申請から数える。");
        string[][] rows = [["区分", "期間", "手数料"], ["クラスII", "9か月", "100万円"], ["クラスIII", "12か月", "200万円"], ["クラスIV", "14か月", "300万円"]];
        foreach (var (i, row) in rows.Index())
        {
            pdf.Text(60, 130 + (i * 18), row[0]).Text(200, 130 + (i * 18), row[1]).Text(340, 130 + (i * 18), row[2]);
        }
        pdf.Text(60, 240, "・申請書を用意する").Text(60, 256, "・手数料を納める");

        var body = ImportFolder.Body(_folder.Draft(_folder.Add("table.pdf", pdf.Bytes())));

        Assert.Contains("| 区分 | 期間 | 手数料 |\n| --- | --- | --- |\n| クラスII | 9か月 | 100万円 |\n| クラスIII | 12か月 | 200万円 |\n| クラスIV | 14か月 | 300万円 |\n", body, StringComparison.Ordinal);
        Assert.Contains("- 申請書を用意する\n- 手数料を納める\n", body, StringComparison.Ordinal);
    }

    [SkippableFact]
    public void Lines_of_a_paragraph_are_joined_as_their_language_wants()
    {
        NeedsPdfToText();
        var pdf = new PdfFile().Page().Text(60, 100, "承認の申請は、製造販売業の許可を持つ者が行う。申請の前に").Text(60, 114, "相談を受けることができる。");
        pdf.Text(60, 200, "The applicant files the docu-").Text(60, 214, "ments with the agency.");

        var body = ImportFolder.Body(_folder.Draft(_folder.Add("lines.pdf", pdf.Bytes())));

        Assert.Contains("申請の前に相談を受ける", body, StringComparison.Ordinal);
        Assert.Contains("files the documents with the agency.", body, StringComparison.Ordinal);
    }

    [SkippableFact]
    public void Headings_set_wide_and_words_set_piece_by_piece_are_put_together()
    {
        NeedsPdfToText();
        var pdf = new PdfFile().Page().Text(60, 60, "第1章　総則", 16).Text(60, 100, "は").Text(40, 100, "PMD").Text(75, 100, "2014").Text(97, 100, "年に施行された法律である。");
        pdf.Text(60, 140, "左の欄の一行目である。").Text(320, 140, "右の欄の一行目である。");

        var draft = _folder.Draft(_folder.Add("pieces.pdf", pdf.Bytes()));

        Assert.Equal("第1章 総則", Assert.Single(ImportFolder.Sections(draft)).Heading);
        Assert.Contains("PMDは2014年に施行された法律である。", draft.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("一行目である。右", draft.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [SkippableFact]
    public void Without_headings_the_sections_are_numbered_under_the_title()
    {
        NeedsPdfToText();
        var pdf = new PdfFile();
        for (var page = 0; page < 3; page++)
        {
            pdf.Page();
            for (var line = 0; line < 40; line++)
            {
                pdf.Text(60, 100 + (line * 16), Sentence + Sentence[..10]);
            }
        }

        var sections = ImportFolder.Sections(_folder.Draft(_folder.Add("plain.pdf", pdf.Bytes())));

        Assert.True(sections.Count > 3);
        Assert.Equal(("plain(1)", "plain-1"), sections[0]);
        Assert.Equal(($"plain({sections.Count})", $"plain-{sections.Count}"), sections[^1]);
    }

    [SkippableFact]
    public void A_password_a_scan_and_a_broken_file_are_told_apart()
    {
        NeedsPdfToText();
        const string password = "/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<0011223344556677889900112233445566778899001122334455667788990011>/U<0011223344556677889900112233445566778899001122334455667788990011>>>/ID[<00><00>]";

        Assert.Contains("protected by a password: save a copy without it", _folder.Refusal(_folder.Add("secret.pdf", new PdfFile { Trailer = password }.Page().Text(60, 60, Sentence).Bytes())), StringComparison.Ordinal);
        Assert.Contains("holds no text, as scans do", _folder.Refusal(_folder.Add("scan.pdf", new PdfFile().Page().Bytes())), StringComparison.Ordinal);
        Assert.Contains("is broken or no PDF", _folder.Refusal(_folder.Add("cut.pdf", new PdfFile().Page().Text(60, 60, Sentence).Bytes()[..200])), StringComparison.Ordinal);
        Assert.Contains("is broken or no PDF", _folder.Refusal(_folder.Add("text.pdf", "これはPDFではない。")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("bin:.:./bin")] // a pdftotext in the current folder is nobody's installation
    public void Without_pdftotext_one_line_says_what_to_install(string searchPath) =>
        Assert.Contains("apt-get install poppler-utils", _folder.Refusal(_folder.Add("a.pdf", new PdfFile().Page().Bytes()), searchPath: searchPath), StringComparison.Ordinal);

    [SkippableTheory]
    [InlineData("while :; do :; done", "longer than", 1)] // never ends
    [InlineData("while :; do echo '<word xMin=\"1\" yMin=\"1\" xMax=\"2\" yMax=\"2\">a</word>'; done", "more text than can be taken in")]
    [InlineData("while :; do echo complaint >&2; done", "longer than", 1)]
    [InlineData("echo 'Command Line Error: Incorrect password' >&2; exit 1", "protected by a password")]
    [InlineData("echo 'Permission Error: Copying of text from this document is not allowed.' >&2; exit 3", "does not allow its text to be copied")]
    [InlineData("exit 99", "is broken or no PDF")]
    [UnsupportedOSPlatform("windows")]
    public void A_pdftotext_that_fails_or_does_not_end_is_stopped(string script, string refusal, int seconds = 60)
    {
        Skip.If(OperatingSystem.IsWindows(), "stands in for pdftotext with a shell script");
        var program = _folder.Add("pdftotext", $"#!/bin/sh\n{script}\n");
        File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        var limits = new ImportLimits { Time = TimeSpan.FromSeconds(seconds), PdfOutput = 10_000 };

        Assert.Contains(refusal, _folder.Refusal(_folder.Add("a.pdf", "%PDF-1.4"), limits, searchPath: _folder.Root), StringComparison.Ordinal);
    }

    private static void NeedsPdfToText() =>
        Skip.If(PdfToText.Find(Environment.GetEnvironmentVariable("PATH")) is null, "needs pdftotext (poppler-utils)");
}
