using System.Text;
using MedtechBot.Knowledge;

namespace MedtechBot.Importing.Tests;

/// <summary>The draft itself: what a person finds in it, and where it goes.</summary>
public sealed class DraftTests : IDisposable
{
    private readonly ImportFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Lint_fails_until_a_person_has_said_what_nobody_knew()
    {
        var draft = Assert.Single(_folder.Import(_folder.Add("guide.md", "# 手引き\n\n文である。\n")).Files);

        var problems = KnowledgeLint.Check(_folder.Drafts).Problems;

        foreach (var key in new[] { "title_en", "kind", "topics", "jurisdictions", "authority", "publisher", "date", "url", "as_of", "en" })
        {
            Assert.Contains(problems, p => p.Severity == ProblemSeverity.Error && p.Message == $"'{key}' is still TODO: fill it in");
        }
        Assert.Contains(problems, p => p.Message.StartsWith("is a draft: finish it", StringComparison.Ordinal));
        Assert.Equal(11, problems.Count);
        Assert.Empty(_folder.Finish([draft]).Problems);
    }

    [Fact]
    public void Drafts_are_not_served()
    {
        _folder.Import(_folder.Add("guide.md", "# 手引き\n\n文である。\n"));

        var served = KnowledgeReader.Read(_folder.Knowledge);

        Assert.Equal((0, 0), (served.Documents.Count, served.Problems.Count));
    }

    [Fact]
    public void The_same_document_gets_the_same_ids_and_a_new_section_changes_no_others()
    {
        const string text = "# 概要\n\n文一。\n\n# 概要\n\n文二。\n\n# Class II devices\n\n文三。\n\n# 第23条の2の5\n\n文四。\n";
        var before = ImportFolder.Sections(_folder.Draft(_folder.Add("a.md", text)));
        var again = ImportFolder.Sections(_folder.Draft(_folder.Add("b.md", text)));
        var more = ImportFolder.Sections(_folder.Draft(_folder.Add("c.md", "# 新しい章\n\n文。\n\n" + text)));

        Assert.Equal(before, again);
        Assert.Equal(before, more.Skip(1));
        Assert.Equal("class-ii-devices", before[2].Id);
        Assert.Equal(4, before.Select(s => s.Id).Distinct().Count());
    }

    [Fact]
    public void Long_sections_are_cut_at_paragraph_ends_and_numbered()
    {
        var paragraphs = Enumerable.Range(1, 20).Select(i => $"段落{i}は、" + string.Concat(Enumerable.Repeat("製造販売業者が行う手続きについて述べる。", 8)));
        var draft = Assert.Single(_folder.Import(_folder.Add("long.md", "# 長い章\n\n" + string.Join("\n\n", paragraphs))).Files);

        var passages = _folder.Finish([draft]).Documents.Single().Passages;

        Assert.Equal(Enumerable.Range(1, passages.Count).Select(i => $"長い章({i})"), passages.Select(p => p.Heading));
        Assert.All(passages, p => Assert.StartsWith("段落", p.Text, StringComparison.Ordinal));
        Assert.Equal(20, passages.Sum(p => p.Markdown.Split("\n\n").Length));
    }

    [Fact]
    public void A_paragraph_without_end_is_cut_at_sentences_and_a_table_repeats_its_header()
    {
        var sentences = string.Concat(Enumerable.Range(1, 200).Select(i => $"これは{i}番目の文であり、手続きについて述べる。"));
        var rows = string.Concat(Enumerable.Range(1, 200).Select(i => $"| 項目{i} | 値{i} |\n"));
        var draft = Assert.Single(_folder.Import(_folder.Add("long.md", $"# 章\n\n{sentences}\n\n# 表\n\n| 名 | 値 |\n| --- | --- |\n{rows}\n# 切れ目なし\n\n{new string('ぬ', 5_000)}\n")).Files);

        var reading = _folder.Finish([draft]);

        // What has no sentences a person must write anew.
        Assert.All(reading.Problems.Where(p => p.Severity == ProblemSeverity.Error), p => Assert.Contains("too long to quote", p.Message, StringComparison.Ordinal));
        var text = File.ReadAllText(draft);
        Assert.Equal(5_000, text.Count(c => c == 'ぬ'));
        Assert.True(text.Split("| 名 | 値 |\n| --- | --- |\n").Length > 2);
        Assert.Equal(200, text.Split("| 項目").Length - 1);
        Assert.Equal(200, text.Split("番目の文であり").Length - 1);
    }

    [Fact]
    public void A_very_long_document_becomes_several_files_that_the_reader_takes()
    {
        var text = new StringBuilder();
        for (var i = 0; i < 3_000; i++)
        {
            text.Append($"# 第{i}節\n\n").Append(string.Concat(Enumerable.Repeat("製造販売業者が行う手続きについて述べる。", 10))).Append("\n\n");
        }

        var imported = _folder.Import(_folder.Add("all.md", text.ToString()));

        Assert.True(imported.Files.Count > 2);
        var reading = _folder.Finish(imported.Files);
        Assert.False(reading.HasErrors, string.Join('\n', reading.Problems.Take(3)));
        Assert.Equal(3_000, reading.Documents.Sum(d => d.Passages.Count));
        Assert.Equal(imported.Files.Count, reading.Documents.Select(d => d.Title).Distinct().Count());
    }

    [Theory]
    [InlineData("治験.md", "import-")]
    [InlineData("README.md", "import-readme")]
    [InlineData("..md", "import-")]
    [InlineData("a --> b {#x} \"c\" <b>.md", "a-b-x-c-b")]
    [InlineData("new\nline: - x.md", "new-line-x")]
    [InlineData("-rf.md", "rf")]
    [InlineData("2026 report.md", "import-2026-report")]
    public void File_names_become_ids_and_stand_as_the_sources_title(string name, string id)
    {
        var draft = Assert.Single(_folder.Import(_folder.Add(name, "文である。\n")).Files);

        Assert.StartsWith(id, Path.GetFileName(draft), StringComparison.Ordinal);
        Assert.Equal(_folder.Drafts, Path.GetDirectoryName(draft));
        var reading = _folder.Finish([draft]);
        Assert.False(reading.HasErrors, string.Join('\n', reading.Problems));
        Assert.Equal(name.Replace("\n", " ", StringComparison.Ordinal).Replace("--", "- -", StringComparison.Ordinal), reading.Documents.Single().Sources.Single().Title);
    }

    [Fact]
    public void A_draft_that_exists_is_only_replaced_by_force()
    {
        var file = _folder.Add("guide.md", "文である。\n");
        var draft = Assert.Single(_folder.Import(file).Files);
        File.WriteAllText(draft, "half finished");

        Assert.Contains("--force", Assert.Throws<ImportRefusedException>(() => _folder.Import(file)).Message, StringComparison.Ordinal);
        Assert.Equal("half finished", File.ReadAllText(draft));
        _folder.Import(file, force: true);
        Assert.Contains("文である。", File.ReadAllText(draft), StringComparison.Ordinal);
        Assert.Equal([draft], Directory.EnumerateFiles(_folder.Drafts));
    }

    [Fact]
    public void Nothing_is_written_over_the_source_through_a_link_or_into_what_is_served()
    {
        var file = _folder.Add("guide.md", "文である。\n");
        Assert.Contains("is in the way", Assert.Throws<ImportRefusedException>(() => _folder.Import(file, _folder.Root, force: true)).Message, StringComparison.Ordinal);

        var victim = _folder.Add("victim.txt", "mine");
        Directory.CreateDirectory(_folder.Drafts);
        File.CreateSymbolicLink(Path.Combine(_folder.Drafts, "guide.md"), victim);
        Assert.Contains("is in the way", Assert.Throws<ImportRefusedException>(() => _folder.Import(file, force: true)).Message, StringComparison.Ordinal);
        Assert.Equal("mine", File.ReadAllText(victim));

        foreach (var served in new[] { _folder.Knowledge, Path.Combine(_folder.Knowledge, "guidebooks"), Path.Combine(_folder.Drafts, "..") })
        {
            Assert.Contains("is served", Assert.Throws<ImportRefusedException>(() => _folder.Import(file, served)).Message, StringComparison.Ordinal);
        }
        Assert.Equal(Path.Combine(_folder.Root, "elsewhere", "guide.md"), Assert.Single(_folder.Import(file, Path.Combine(_folder.Root, "elsewhere")).Files));
    }

    [Fact]
    public void What_cannot_be_imported_is_named_with_what_to_do()
    {
        var large = new ImportLimits { TextBytes = 1_000_000, FileBytes = 1_000_000, Blocks = 10 };

        Assert.Contains("does not exist", _folder.Refusal(Path.Combine(_folder.Root, "nothing.md")), StringComparison.Ordinal);
        Assert.Contains("is a folder", _folder.Refusal(_folder.Root), StringComparison.Ordinal);
        Assert.Contains("is empty", _folder.Refusal(_folder.Add("empty.pdf", "")), StringComparison.Ordinal);
        Assert.Contains("save it as .docx", _folder.Refusal(_folder.Add("old.doc", "a")), StringComparison.Ordinal);
        Assert.Contains("give a .md, .html, .docx or .pdf file", _folder.Refusal(_folder.Add("table.xlsx", "a")), StringComparison.Ordinal);
        Assert.Contains("more than 1 MB", _folder.Refusal(_folder.Add("large.html", new byte[2_000_000]), large), StringComparison.Ordinal);
        Assert.Contains("more than 1 MB", _folder.Refusal(_folder.Add("large.pdf", new byte[2_000_000]), large), StringComparison.Ordinal);
        Assert.Contains("more than 10 paragraphs", _folder.Refusal(_folder.Add("many.md", string.Concat(Enumerable.Repeat("文\n\n", 11))), large), StringComparison.Ordinal);
        Assert.Contains("cannot be written to", Assert.Throws<ImportRefusedException>(() => _folder.Import(_folder.Add("a.md", "文"), _folder.Add("file", "x"))).Message, StringComparison.Ordinal);
        Assert.ThrowsAny<ImportRefusedException>(() => _folder.Import("a\0b.md"));
        if (!OperatingSystem.IsWindows())
        {
            File.CreateSymbolicLink(Path.Combine(_folder.Root, "zero.md"), "/dev/zero");
            Assert.Contains("is empty", _folder.Refusal(Path.Combine(_folder.Root, "zero.md")), StringComparison.Ordinal);
        }
    }
}
