using MedtechBot.Japanese;
using MedtechBot.Knowledge;
using MedtechBot.Knowledge.Search;

namespace MedtechBot.Tests.Knowledge;

public sealed class KnowledgeIndexTests : IDisposable
{
    private readonly KnowledgeFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_first_load_serves_what_is_readable_and_names_the_rest()
    {
        var index = Index(_folder.With("good.md", KnowledgeFolder.Article("good")).With("broken.md", "no front matter"));

        Assert.Equal("good", Assert.Single(index.Current.Documents).Id);
        Assert.Equal("broken.md", Assert.Single(index.LastProblems).File);
    }

    [Fact]
    public void A_broken_file_keeps_the_last_good_state_until_it_is_mended()
    {
        var index = Index(_folder.With("a.md", KnowledgeFolder.Article("first")));
        var good = index.Current;
        var told = new List<(string File, bool Served)>();
        index.Reloaded += (problems, served) => told.Add((problems.FirstOrDefault()?.File ?? "", served));

        _folder.With("a.md", "half a fi");
        Assert.False(index.Reload());
        Assert.Same(good, index.Current);
        Assert.Equal("a.md", Assert.Single(index.LastProblems).File);

        _folder.With("a.md", KnowledgeFolder.Article("second"));
        Assert.True(index.Reload());
        Assert.NotNull(index.Current.FindDocument("second"));
        Assert.Null(index.Current.FindDocument("first"));
        Assert.Empty(index.LastProblems);
        Assert.Equal([("a.md", false), ("", true)], told);
    }

    [Fact]
    public void A_search_that_cannot_be_built_keeps_the_last_good_state()
    {
        var broken = false;
        _folder.With("a.md", KnowledgeFolder.Article());
        var index = new KnowledgeIndex(_folder.Path, documents => broken ? throw new InvalidOperationException("no dictionary") : Build(documents));
        var good = index.Current;

        broken = true;

        Assert.False(index.Reload());
        Assert.Same(good, index.Current);
        Assert.Contains("no dictionary", Assert.Single(index.LastProblems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Readers_never_see_half_a_state()
    {
        Write(0);
        var index = Index(_folder);
        using var stop = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 2).Select(_ => Task.Run(() =>
        {
            var seen = 0;
            while (!stop.IsCancellationRequested || seen == 0)
            {
                var snapshot = index.Current;
                var version = Assert.Single(snapshot.Documents.Select(d => d.TitleEn).Distinct());
                Assert.Equal(3, snapshot.Documents.Count);
                Assert.All(snapshot.Search.Search("伴走コンサル", 10), hit => Assert.Equal(version, hit.Passage.DocumentTitleEn));
                seen++;
            }
        })).ToList();

        for (var version = 1; version <= 20; version++)
        {
            Write(version);
            await Task.WhenAll(index.ReloadAsync(), index.ReloadAsync());
            Assert.Equal($"v{version}", index.Current.Documents[0].TitleEn);
        }
        await stop.CancelAsync();
        await Task.WhenAll(readers);

        void Write(int version)
        {
            foreach (var id in (string[])["a", "b", "c"])
            {
                _folder.With(id + ".md", KnowledgeFolder.Article(id, frontMatter: KnowledgeFolder.FrontMatter + $"\ntitle_en: v{version}"));
            }
        }
    }

    [Theory]
    [InlineData(true, 60_000)]
    [InlineData(false, 20)]
    public async Task Changes_are_noticed_by_the_system_or_by_looking(bool useNotices, int lookMilliseconds)
    {
        var index = Index(_folder.With("a.md", KnowledgeFolder.Article("a")));
        var reloaded = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        index.Reloaded += (_, _) =>
        {
            if (index.Current.FindDocument("new") is not null)
            {
                reloaded.TrySetResult();
            }
        };
        using var watcher = new KnowledgeWatcher(index, TimeSpan.FromMilliseconds(lookMilliseconds), TimeSpan.FromMilliseconds(20), useNotices);

        _folder.With("b.md", KnowledgeFolder.Article("new"));

        await reloaded.Task.WaitAsync(TimeSpan.FromSeconds(20));
    }

    private static KnowledgeIndex Index(KnowledgeFolder folder) => new(folder.Path, Build);

    private static KnowledgeSnapshot Build(IReadOnlyList<KnowledgeDocument> documents) =>
        new(documents, new EverySearch(documents), new PassageWords([.. documents.SelectMany(d => d.Passages)], Analyzer, Thesaurus.Empty));

    private static readonly JapaneseAnalyzer Analyzer = JapaneseAnalyzer.OpenDefault();

    private sealed class EverySearch(IReadOnlyList<KnowledgeDocument> documents) : IPassageSearch
    {
        public IReadOnlyList<PassageHit> Search(string question, int limit) =>
            [.. documents.SelectMany(d => d.Passages).Select(p => new PassageHit(p, 1)).Take(limit)];
    }
}
