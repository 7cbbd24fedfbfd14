using MedtechBot.Knowledge;
using MedtechBot.Knowledge.Stored;

namespace MedtechBot.Tests.Knowledge.Stored;

public sealed class KnowledgeStoreTests : IDisposable
{
    private const string Other = """
        ## 秘密保持契約 {#nda}

        <!-- passage
        source: meti
        en: Sign an NDA first.
        asks: [契約はいつ結ぶか]
        -->

        秘密保持契約は共同開発の前に結ぶ。
        """;

    private readonly KnowledgeFolder _folder = new();
    private readonly string _data = Directory.CreateTempSubdirectory("stored-").FullName;
    private readonly List<string> _told = [];

    public KnowledgeStoreTests() => _folder.With("a.md", KnowledgeFolder.Article("first")).With("b.md", KnowledgeFolder.Article("second", Other));

    private string File => Path.Combine(_data, "knowledge.index");

    public void Dispose()
    {
        _folder.Dispose();
        Directory.Delete(_data, recursive: true);
    }

    [Fact]
    public async Task Any_flipped_byte_is_noticed()
    {
        await OpenAsync();
        var good = await System.IO.File.ReadAllBytesAsync(File);

        for (var i = 0; i < good.Length; i++)
        {
            var bad = (byte[])good.Clone();
            bad[i] ^= (byte)(1 << (i % 8));
            Assert.ThrowsAny<Exception>(() => new StoredSections(new StoredBytes(bad)).Verify());
        }
    }

    [Theory]
    [InlineData("empty")]
    [InlineData("cut off in its head")]
    [InlineData("cut off at its end")]
    [InlineData("longer")]
    [InlineData("garbage")]
    [InlineData("another version")]
    [InlineData("a flipped byte")]
    public async Task A_file_that_is_not_what_was_written_is_made_anew_and_replaced(string how)
    {
        await OpenAsync();
        var good = await System.IO.File.ReadAllBytesAsync(File);
        var random = new Random(1);
        var bad = (byte[])good.Clone();
        switch (how)
        {
            case "garbage":
                random.NextBytes(bad);
                break;
            case "another version":
                bad[4]++;
                break;
            case "a flipped byte":
                bad[good.Length / 2] ^= 1;
                break;
        }
        await System.IO.File.WriteAllBytesAsync(File, how switch
        {
            "empty" => [],
            "cut off in its head" => bad[..20],
            "cut off at its end" => bad[..^1],
            "longer" => [.. bad, 0],
            _ => bad,
        });

        var knowledge = await OpenAsync();

        Assert.Single(_told);
        Assert.NotEmpty(knowledge.Search.Search("秘密保持契約", 3));
        Assert.Equal(good, await System.IO.File.ReadAllBytesAsync(File));
    }

    [Fact]
    public async Task Only_a_changed_document_is_read_again_and_what_comes_of_it_is_what_a_fresh_start_makes()
    {
        await OpenAsync();
        _folder.With("a.md", KnowledgeFolder.ArticleOf("伴走コンサルは有料である。承認の支援もする。")).With("c.md", KnowledgeFolder.Article("third"));
        System.IO.File.Delete(Path.Combine(_folder.Path, "b.md"));
        var store = new KnowledgeStore(_folder.Path, File, tell: _told.Add);

        var reading = KnowledgeReader.Read(_folder.Path, null, store.Known());
        Assert.Equal(["a.md", "c.md"], reading.Drafts.Where(d => d.Stored is null).Select(d => d.File));
        store.Build(reading);
        await store.Saving;
        var merged = await System.IO.File.ReadAllBytesAsync(File);

        System.IO.File.Delete(File);
        var fresh = await OpenAsync();
        Assert.Equal(await System.IO.File.ReadAllBytesAsync(File), merged);
        Assert.Empty(fresh.Search.Search("秘密保持契約", 3));
        Assert.Empty(_told);
    }

    [Fact]
    public async Task A_reload_while_it_runs_takes_what_has_not_changed_from_what_is_served()
    {
        var store = new KnowledgeStore(_folder.Path, File, tell: _told.Add);
        var index = new KnowledgeIndex(_folder.Path, store);
        _folder.With("c.md", KnowledgeFolder.Article("third", Other.Replace("秘密保持", "業務委託", StringComparison.Ordinal)));

        Assert.True(index.Reload());

        Assert.Equal("third#nda", index.Current.Search.Search("業務委託契約", 1)[0].Passage.Id.Value);
        Assert.Equal("second#nda", index.Current.Search.Search("秘密保持契約", 1)[0].Passage.Id.Value);
        await store.Saving;
        Assert.Equal(3, (await OpenAsync()).Documents.Count);
    }

    [Fact]
    public async Task Warnings_of_files_that_were_not_read_again_are_still_there()
    {
        _folder.With("c.md", KnowledgeFolder.Article("third", KnowledgeFolder.Section.Replace("en: Advice is free.", "", StringComparison.Ordinal)));
        await OpenAsync();

        var index = new KnowledgeIndex(_folder.Path, new KnowledgeStore(_folder.Path, File));

        Assert.Equal(KnowledgeReader.Read(_folder.Path).Problems, index.LastProblems);
        Assert.NotEmpty(index.LastProblems);
    }

    [Fact]
    public async Task Other_words_or_synonyms_have_the_index_made_anew()
    {
        await OpenAsync();
        var first = await System.IO.File.ReadAllBytesAsync(File);
        _folder.With("thesaurus.tsv", "canonical\tvariant\trelation\n秘密保持契約\tNDA\tsynonym\n");

        var knowledge = await OpenAsync();

        Assert.Equal("second#nda", knowledge.Search.Search("NDA", 1)[0].Passage.Id.Value);
        Assert.NotEqual(first, await System.IO.File.ReadAllBytesAsync(File));

        _folder.With("user-dictionary.tsv", "伴走コンサル\tバンソウコンサル\n");
        await OpenAsync();
        Assert.Single(_told);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task One_that_was_made_before_serves_where_there_is_none_that_fits(bool isTorn)
    {
        await OpenAsync();
        var before = Path.Combine(_data, "before.index");
        System.IO.File.Move(File, before);
        if (isTorn)
        {
            await System.IO.File.WriteAllTextAsync(File, "torn");
        }
        var store = new KnowledgeStore(_folder.Path, File, [before], tell: Tell);

        Assert.DoesNotContain(KnowledgeReader.Read(_folder.Path, null, store.Known()).Drafts, d => d.Stored is null);
        Assert.False(System.IO.File.Exists(File)); // or every start would look at it in vain

        // And what changes afterwards is kept in its own.
        _folder.With("c.md", KnowledgeFolder.Article("third"));
        var next = new KnowledgeStore(_folder.Path, File, [before], tell: Tell);
        var index = new KnowledgeIndex(_folder.Path, next);
        await next.Saving;
        Assert.Equal(3, index.Current.Documents.Count);
        Assert.NotNull(StoredFile.TryOpen(File, Assert.Fail));
        Assert.Equal(isTorn ? 1 : 0, _told.Count);
        Assert.True(System.IO.File.Exists(before));
    }

    [Fact]
    public async Task One_that_was_made_before_with_other_words_is_told_of_once_and_left_alone()
    {
        await OpenAsync();
        var before = Path.Combine(_data, "before.index");
        System.IO.File.Move(File, before);
        _folder.With("user-dictionary.tsv", "伴走コンサル\tバンソウコンサル\n");
        var store = new KnowledgeStore(_folder.Path, null, [before], tell: Tell);

        var index = new KnowledgeIndex(_folder.Path, store);

        Assert.NotEmpty(index.Current.Search.Search("秘密保持契約", 3));
        Assert.Contains("other words", Assert.Single(_told), StringComparison.Ordinal);
        Assert.Equal(before, Assert.Single(Directory.EnumerateFiles(_data)));
    }

    [Fact]
    public async Task Several_hosts_may_start_at_once_in_one_folder()
    {
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => OpenAsync())));

        Assert.Equal(File, Assert.Single(Directory.EnumerateFiles(_data)));
        Assert.NotNull(StoredFile.TryOpen(File, Assert.Fail));
        Assert.Empty(_told);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_stops_nothing()
    {
        var missing = Path.Combine(_data, "not", "there", "knowledge.index");
        var store = new KnowledgeStore(_folder.Path, missing, tell: _told.Add);

        var index = new KnowledgeIndex(_folder.Path, store);
        await store.Saving;

        Assert.NotEmpty(index.Current.Search.Search("秘密保持契約", 3));
        Assert.Contains("cannot be stored", Assert.Single(_told), StringComparison.Ordinal);
    }

    private async Task<KnowledgeSnapshot> OpenAsync()
    {
        var store = new KnowledgeStore(_folder.Path, File, tell: Tell);
        var index = new KnowledgeIndex(_folder.Path, store);
        await store.Saving;
        return index.Current;
    }

    private void Tell(string line)
    {
        lock (_told)
        {
            _told.Add(line);
        }
    }
}
