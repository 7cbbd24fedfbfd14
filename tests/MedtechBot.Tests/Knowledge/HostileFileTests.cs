using MedtechBot.Knowledge;

namespace MedtechBot.Tests.Knowledge;

public sealed class HostileFileTests : IDisposable
{
    private readonly KnowledgeFolder _folder = new();
    private readonly KnowledgeFolder _elsewhere = new();

    public void Dispose()
    {
        _folder.Dispose();
        _elsewhere.Dispose();
    }

    [Fact]
    public void Bytes_that_are_not_text_are_named()
    {
        File.WriteAllBytes(Path.Combine(_folder.Path, "a.md"), [0x2D, 0xFF, 0xFE]);
        File.WriteAllText(Path.Combine(_folder.Path, "b.md"), "---\nid: \u0007\n---");

        Assert.Equal(["a.md:1: error: is not valid UTF-8", "b.md:2: error: holds a control character"], _folder.Read().Problems.Select(p => p.ToString()));
    }

    [Fact]
    public void Huge_files_are_not_read()
    {
        _folder.With("a.md", new string('a', 1024 * 1024 + 1));

        Assert.Contains("larger than", Assert.Single(_folder.Read().Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Deep_nesting_in_Markdown_is_a_problem_and_not_a_crash()
    {
        var reading = _folder.With("a.md", KnowledgeFolder.ArticleOf(new string('>', 20_000) + " a\n\n" + new string('[', 20_000))).Read();

        Assert.True(reading.HasErrors);
    }

    [Fact]
    public void Links_that_leave_the_folder_are_named_and_not_followed()
    {
        _elsewhere.With("secret.md", KnowledgeFolder.Article("secret")).With("t.csv", "a\n1\n");
        File.CreateSymbolicLink(Path.Combine(_folder.Path, "a.md"), Path.Combine(_elsewhere.Path, "secret.md"));
        Directory.CreateSymbolicLink(Path.Combine(_folder.Path, "sub"), _elsewhere.Path);
        File.CreateSymbolicLink(Path.Combine(_folder.Path, "t.csv"), Path.Combine(_elsewhere.Path, "t.csv"));
        _folder.With("t.yaml", KnowledgeFolder.FrontMatter.Replace("{id}", "t") + "\npassages: []\n");

        var reading = _folder.Read();

        Assert.Empty(reading.Documents);
        Assert.Equal(4, reading.Problems.Count(p => p.Message.EndsWith("is a link that leaves the knowledge folder", StringComparison.Ordinal)));
    }

    [Fact]
    public void Links_inside_the_folder_are_read()
    {
        _folder.With(".data/real.md", KnowledgeFolder.Article());
        File.CreateSymbolicLink(Path.Combine(_folder.Path, "a.md"), Path.Combine(".data", "real.md"));

        Assert.Equal("a.md", Assert.Single(_folder.Read().Documents).File);
    }

    [Fact]
    public void A_missing_folder_is_a_problem() =>
        Assert.Equal("the knowledge folder does not exist", Assert.Single(KnowledgeReader.Read(Path.Combine(_folder.Path, "none")).Problems).Message);
}
