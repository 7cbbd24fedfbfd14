using System.Collections.Concurrent;
using System.Diagnostics;
using MedtechBot.Host.Vectors;
using MedtechBot.Knowledge;
using MedtechBot.Knowledge.Search;
using MedtechBot.Knowledge.Vectors;
using Microsoft.AspNetCore.Http;

namespace MedtechBot.Host.Tests.Vectors;

public sealed class VectorSearchTests : IAsyncLifetime, IDisposable
{
    // The word of the question is written with other letters than the passage's, so that no word and no pair of letters is the same.
    private const string Question = "ぺーすめーかの手術";
    private const string Wanted = "test-words#pacemaker";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("medtechbot-");
    private readonly ConcurrentQueue<string> _told = new();
    private readonly List<KnowledgeVectors> _opened = [];
    private EmbeddingServer _server = null!;

    private string Knowledge => Path.Combine(_folder.FullName, "knowledge");

    private string File => Path.Combine(_folder.FullName, "data", "index", "knowledge.vectors");

    public async Task InitializeAsync()
    {
        _server = await EmbeddingServer.StartAsync();
        Write("");
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    public void Dispose()
    {
        _opened.ForEach(v => v.Dispose());
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_related_wording_is_found_that_words_alone_do_not_find()
    {
        var (vectors, index) = Open();
        Assert.DoesNotContain(index.Current.Search.Search(Question, 10), h => h.Passage.Id.Value == Wanted);

        await vectors.Making;
        await index.Current.Search.ReadyAsync([Question]);

        Assert.Contains(index.Current.Search.Search(Question, 10), h => h.Passage.Id.Value == Wanted);
        var explained = index.Current.Search.Explain(Question, 10)!;
        Assert.Equal(index.Current.Search.Search(Question, 10).Select(h => h.Passage.Id), explained.Passages.Select(p => p.Id));
        Assert.All(explained.Passages, p => Assert.Equal(p.Score, (1 - p.Meaning!.Weight) * p.Meaning.Words + p.Meaning.Weight * p.Meaning.Nearness, 9));
        Assert.Empty(_told);
    }

    [Fact]
    public async Task Only_what_changed_is_sent_again()
    {
        await Open().Vectors.Making;
        var before = _server.Texts.Count;
        Write("急いで来た追記。");

        var (vectors, index) = Open();
        await vectors.Making;

        Assert.Equal(3, before);
        Assert.Equal(before + 1, _server.Texts.Count);
        Assert.Equal((3, 3, false), vectors.State);
        Assert.Contains("急いで来た追記", _server.Texts[^1], StringComparison.Ordinal);
        Assert.NotNull(index.Current);
    }

    [Fact]
    public async Task A_changed_file_is_searched_at_once_and_gets_its_vector_in_the_background()
    {
        var (vectors, index) = Open();
        await vectors.Making;
        Write("新しい段落である。");

        Assert.True(index.Reload());
        Assert.Equal("test-words#fee", index.Current.Search.Search("新しい段落", 1)[0].Passage.Id.Value);
        await vectors.Making;

        Assert.Contains(_server.Texts, t => t.Contains("新しい段落", StringComparison.Ordinal));
        Assert.Equal((3, 3, false), vectors.State);
    }

    [Fact]
    public async Task A_damaged_file_is_made_anew()
    {
        await Open().Vectors.Making;
        var bytes = await System.IO.File.ReadAllBytesAsync(File);
        bytes[bytes.Length / 2] ^= 1;
        await System.IO.File.WriteAllBytesAsync(File, bytes);

        await Open().Vectors.Making;

        Assert.Equal(6, _server.Texts.Count);
        Assert.Single(_told);
    }

    [Fact]
    public async Task A_slow_endpoint_holds_a_question_no_longer_than_its_patience_and_then_not_at_all()
    {
        var (vectors, index) = Open();
        await vectors.Making;
        var never = new TaskCompletionSource();
        _server.Instead = (_, _) => never.Task;
        var before = _server.Texts.Count;

        var waited = Stopwatch.StartNew();
        await index.Current.Search.ReadyAsync([Question]);
        var hits = index.Current.Search.Search(Question, 10);
        await index.Current.Search.ReadyAsync(["もう一つの質問"]);

        Assert.True(waited.Elapsed < TimeSpan.FromSeconds(5), $"{waited.Elapsed}");
        Assert.NotEmpty(hits);
        Assert.Equal(before + 1, _server.Texts.Count);
        Assert.Contains("too slow", Assert.Single(_told), StringComparison.Ordinal);
        Assert.True(vectors.State.IsFailing);
        never.SetResult();
    }

    public static TheoryData<string> Hostile => [.. HostileAnswers.All.Keys];

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task An_answer_that_is_no_use_is_refused_and_the_search_goes_on_by_words(string answer)
    {
        var (vectors, index) = Open();
        await vectors.Making;
        _server.Instead = HostileAnswers.All[answer];

        await index.Current.Search.ReadyAsync([Question]);

        Assert.DoesNotContain(index.Current.Search.Search(Question, 10), h => h.Passage.Id.Value == Wanted);
        Assert.NotEmpty(index.Current.Search.Search(Question, 10));
        Assert.All(_told, line => Assert.DoesNotContain(EmbeddingServer.Key, line, StringComparison.Ordinal));
        Assert.All(_told, line => Assert.DoesNotContain("ぺーすめーか", line, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task Passages_are_searched_by_words_while_no_vectors_of_them_come(string answer)
    {
        _server.Instead = HostileAnswers.All[answer];
        var (vectors, index) = Open();

        Assert.NotEmpty(index.Current.Search.Search("手術の費用", 10));
        await UntilAsync(() => !_told.IsEmpty || vectors.Making.IsCompleted);

        Assert.NotEmpty(index.Current.Search.Search("手術の費用", 10));
        Assert.True(_told.Count <= 1, string.Join('\n', _told));
    }

    [Fact]
    public async Task What_failed_is_tried_again()
    {
        _server.Instead = HostileAnswers.All["an error"];
        var (vectors, _) = Open(rest: TimeSpan.FromMilliseconds(20));
        await UntilAsync(() => !_told.IsEmpty);

        _server.Instead = null;
        await vectors.Making;

        Assert.Equal((3, 3, false), vectors.State);
        Assert.Equal(2, _told.Count);
    }

    [Fact]
    public async Task A_model_whose_vectors_have_other_dimensions_now_is_asked_for_all_of_them()
    {
        await Open().Vectors.Making;
        _server.Instead = (http, texts) => http.Response.WriteAsJsonAsync(EmbeddingServer.Answer(texts.Select(t => EmbeddingServer.VectorOf(t)[..128])));
        Write("変わった段落である。");

        var (vectors, _) = Open(rest: TimeSpan.FromMilliseconds(20));
        await vectors.Making;

        Assert.Equal((3, 3, false), vectors.State);
    }

    private (KnowledgeVectors Vectors, KnowledgeIndex Index) Open(TimeSpan? rest = null)
    {
        var options = new VectorOptions(EmbeddingServer.Model) { Weight = 0.5, Batch = 2, Patience = TimeSpan.FromSeconds(1), Rest = rest ?? TimeSpan.FromMinutes(10) };
        var vectors = new KnowledgeVectors(new OpenAiEmbeddings(_server.Endpoint, EmbeddingServer.Model, EmbeddingServer.Key), options, File, _told.Enqueue);
        _opened.Add(vectors);
        return (vectors, SearchSetup.OpenIndex(Knowledge, vectors: vectors));
    }

    private static async Task UntilAsync(Func<bool> isSo)
    {
        for (var waited = Stopwatch.StartNew(); !isSo(); await Task.Delay(10))
        {
            Assert.True(waited.Elapsed < TimeSpan.FromSeconds(30));
        }
    }

    private void Write(string more)
    {
        Directory.CreateDirectory(Knowledge);
        System.IO.File.WriteAllText(Path.Combine(Knowledge, "words.md"), $$"""
            ---
            id: test-words
            title: 試験用の語
            kind: guidebook
            topics: [ecosystem]
            stages: []
            jurisdictions: [JP]
            authority: guidebook
            sources:
              - id: test-2022
                title: 試験用の資料
                publisher: 試験用の発行者
                date: 2022-02
                url: unknown
            as_of: 2022-02
            reviewed: 2026-11-21
            ---

            # 試験用の語

            ## ペースメーカ {#pacemaker}

            <!-- passage
            source: test-2022
            locator: 第1章
            -->

            ペースメーカは心臓を助ける。

            ## 手術の費用 {#fee}

            <!-- passage
            source: test-2022
            locator: 第2章
            -->

            手術の費用は病院が決める。{{more}}

            ## 受付時間 {#hours}

            <!-- passage
            source: test-2022
            locator: 第3章
            -->

            受付は9時からである。
            """);
    }
}
