using MedtechBot.Knowledge;
using MedtechBot.Knowledge.Stored;

namespace MedtechBot.Tests.Knowledge.Stored;

public sealed class StoredIndexTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("stored-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task From_a_stored_index_the_same_is_found_with_the_same_scores_as_from_a_fresh_one()
    {
        var fresh = ProductKnowledge.Current;
        var stored = await StoredAsync();
        string[] all = [.. fresh.Documents.SelectMany(d => d.Passages).SelectMany(p => p.Asks.Prepend(p.Heading))];
        string[] kana = ["にんしょうのてつづきをおしえて", "ちけんのとどけではどこにだすのか", "ほけんしゅうさいのしんせい"];
        var questions = all.Where((_, i) => i % (all.Length / 400) == 0).Concat(kana).ToList();

        foreach (var question in questions)
        {
            Assert.Equal(
                fresh.Search.Search(question, 24).Select(h => (h.Passage.Id, h.Score)),
                stored.Search.Search(question, 24).Select(h => (h.Passage.Id, h.Score)));
            Assert.Equal(fresh.Words.Correct(question)?.Text, stored.Words.Correct(question)?.Text);
        }
        Assert.All(kana, question => Assert.NotNull(stored.Words.WriteKana(question)));
        Assert.All(kana, question => Assert.Equal(fresh.Words.WriteKana(question), stored.Words.WriteKana(question)));
    }

    [Fact]
    public async Task A_stored_document_is_what_was_read()
    {
        var read = KnowledgeReader.Read(ProductKnowledge.Folder()).Documents;
        var stored = (await StoredAsync()).Documents;

        Assert.Equal(read.Select(Shown), stored.Select(Shown));
        foreach (var (one, other) in read.SelectMany(d => d.Passages).Zip(stored.SelectMany(d => d.Passages)))
        {
            Assert.Equivalent(one, other, strict: true);
        }
    }

    [Fact]
    public async Task What_weighs_evidence_is_the_same_from_a_stored_index()
    {
        var stored = await StoredAsync();

        foreach (var passage in ProductKnowledge.Current.Documents.SelectMany(d => d.Passages).Where((_, i) => i % 20 == 0))
        {
            Assert.Equivalent(ProductKnowledge.Current.Words.Of(passage), stored.Words.Of(passage), strict: true);
        }
    }

    private static string Shown(KnowledgeDocument d) =>
        string.Join('|', d.Id, d.Title, d.TitleEn, d.Kind, d.Authority, string.Join(',', d.Topics), string.Join(',', d.Stages), string.Join(',', d.Jurisdictions),
            string.Join(',', d.Sources), d.AsOf, d.ValidUntil, d.Reviewed, d.File, d.Passages.Count);

    private async Task<KnowledgeSnapshot> StoredAsync()
    {
        var file = Path.Combine(_folder, "knowledge.index");
        var first = new KnowledgeStore(ProductKnowledge.Folder(), file, tell: Assert.Fail);
        _ = new KnowledgeIndex(ProductKnowledge.Folder(), first);
        await first.Saving;

        var second = new KnowledgeStore(ProductKnowledge.Folder(), file, tell: Assert.Fail);
        var index = new KnowledgeIndex(ProductKnowledge.Folder(), second);
        Assert.True(second.Saving.IsCompletedSuccessfully, "Nothing was made anew.");
        return index.Current;
    }
}
