using FsCheck;
using MedtechBot.Japanese;
using MedtechBot.Knowledge.Search;
using MedtechBot.Knowledge.Stored;

namespace MedtechBot.Tests.Knowledge.Search;

/// <summary>Whatever texts and questions there are.</summary>
public class TextIndexPropertyTests
{
    private static readonly JapaneseAnalyzer Analyzer = JapaneseAnalyzer.OpenDefault();
    private static readonly SearchTermReader Reader = new(Analyzer);
    private static readonly Thesaurus Synonyms = Thesaurus.Build(Analyzer, RandomCollection.SynonymPairs);

    [Fact]
    public void The_search_returns_exactly_what_the_plain_formula_returns() => Holds(RandomCollection.Small, 150, IsAsTheReference);

    [Fact]
    public void So_it_does_when_lists_of_documents_are_long() => Holds(RandomCollection.Large, 6, IsAsTheReference);

    [Fact]
    public void From_the_stored_bytes_the_same_is_found_and_the_same_is_stored() => Holds(RandomCollection.Small, 60, collection =>
    {
        var texts = collection.Texts();
        var packed = Packed(collection, texts);
        var stored = new StoredSections(new StoredBytes(packed));
        var (index, fresh) = (new TextIndex(Reader, Synonyms, stored, texts.Length), TextIndex.Build(Analyzer, Synonyms, texts));
        return StoredSections.Pack(TextFields.Read(stored).Write).AsSpan().SequenceEqual(packed)
            && collection.Questions().All(q => index.Search(q, 10).SequenceEqual(fresh.Search(q, 10)));
    });

    [Fact]
    public void Whether_it_is_made_at_once_or_in_parts_makes_no_difference() => Holds(RandomCollection.Small, 60, collection =>
    {
        var texts = collection.Texts();
        return Packed(collection, texts).AsSpan().SequenceEqual(Packed(collection with { Part = texts.Length + 1 }, texts));
    });

    [Fact]
    public void A_shorter_list_is_the_beginning_of_a_longer_one() => Holds(RandomCollection.Large, 5, collection =>
    {
        var index = TextIndex.Build(Analyzer, Synonyms, collection.Texts());
        return collection.Questions().All(q => new[] { 1, 3, 70, 200 }.All(n => index.Search(q, n).SequenceEqual(index.Search(q, int.MaxValue).Take(n))));
    });

    private static bool IsAsTheReference(RandomCollection collection)
    {
        var texts = collection.Texts();
        var index = new TextIndex(Reader, Synonyms, new StoredSections(new StoredBytes(Packed(collection, texts))), texts.Length);
        var reference = new ReferenceSearch(Reader, Synonyms, texts);
        foreach (var question in collection.Questions())
        {
            Assert.Equal(reference.Search(question, 10), index.Search(question, 10));
        }
        return true;
    }

    private static byte[] Packed(RandomCollection collection, (string Title, string Body)[] texts) =>
        StoredSections.Pack(TextFields.Analyse(Reader, texts, collection.Part).Write);

    private static void Holds(Gen<RandomCollection> collections, int times, Func<RandomCollection, bool> property) =>
        Prop.ForAll(Arb.From(collections), property).Check(new Configuration { MaxNbOfTest = times, Runner = Configuration.QuickThrowOnFailure.Runner });
}
