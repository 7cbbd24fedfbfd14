namespace MedtechBot.Host.Tests.CommandLine;

/// <summary><c>knowledge import</c> as people run it, in a process of its own.</summary>
public sealed class KnowledgeImportTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("medtechbot-");

    public KnowledgeImportTests() => SmallKnowledge.Write(Path.Combine(_folder.FullName, "knowledge"));

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task The_draft_is_the_only_output_and_changes_nothing_that_is_served()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "guide.html"), "<h1>治験の手引き</h1><p>治験の届出は開始の前に行う。</p>");

        var (code, output, errors) = await RunAsync("knowledge", "import", "guide.html");

        var draft = Path.Combine(_folder.FullName, "knowledge", "drafts", "guide.md");
        Assert.Equal((0, draft), (code, output.TrimEnd()));
        Assert.Contains("1 sections to finish", errors, StringComparison.Ordinal);
        Assert.Contains("治験の届出は開始の前に行う。", await File.ReadAllTextAsync(draft), StringComparison.Ordinal);
        var (lint, served, _) = await RunAsync("knowledge", "lint");
        Assert.Equal(0, lint);
        Assert.Contains("1 documents, 2 passages, 0 errors", served, StringComparison.Ordinal);
        Assert.Equal(1, (await RunAsync("knowledge", "lint", "knowledge/drafts")).Code);
    }

    [Fact]
    public async Task A_second_import_needs_force_and_another_folder_may_be_named()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "guide.md"), "文である。");

        Assert.Equal(0, (await RunAsync("knowledge", "import", "guide.md", "--output", "out")).Code);
        var (code, output, errors) = await RunAsync("knowledge", "import", "guide.md", "--output", "out");
        Assert.Equal((2, ""), (code, output));
        Assert.Contains("--force", Assert.Single(errors.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.Equal(0, (await RunAsync("knowledge", "import", "guide.md", "--output", "out", "--force")).Code);
    }

    [Theory]
    [InlineData("nothing.pdf")]
    [InlineData("broken.docx")]
    [InlineData("broken.pdf")]
    [InlineData("broken.xlsx")]
    [InlineData(".")]
    public async Task What_cannot_be_imported_is_one_clear_line(string file)
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, file == "." ? "a" : file.Replace("nothing", "other", StringComparison.Ordinal)), "no document");

        var (code, output, errors) = await RunAsync("knowledge", "import", file);

        Assert.Equal((2, ""), (code, output));
        var line = Assert.Single(errors.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.DoesNotContain("Exception", line, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(_folder.FullName, "knowledge", "drafts")));
    }

    private Task<(int Code, string Output, string Errors)> RunAsync(params string[] arguments) => ProductCommand.RunAsync(_folder.FullName, arguments);
}
