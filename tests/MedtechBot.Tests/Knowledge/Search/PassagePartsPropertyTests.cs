using FsCheck;
using MedtechBot.Japanese;
using MedtechBot.Knowledge;
using MedtechBot.Knowledge.Search;
using MedtechBot.Knowledge.Stored;

namespace MedtechBot.Tests.Knowledge.Search;

/// <summary>Passages that come, change and go.</summary>
public class PassagePartsPropertyTests
{
    private static readonly JapaneseAnalyzer Analyzer = JapaneseAnalyzer.OpenDefault();

    private static readonly Gen<(RandomCollection Before, int Seed)> Changes =
        from before in RandomCollection.Small
        from seed in Gen.Choose(0, int.MaxValue)
        select (before, seed);

    [Fact]
    public void Taking_in_what_changed_gives_the_same_bytes_as_making_all_of_it_anew() => Prop.ForAll(Arb.From(Changes), change =>
    {
        var random = new System.Random(change.Seed);
        var before = change.Before.Texts().Select((text, i) => Passage(i, text)).ToList();
        var after = new List<Passage>();
        var changed = new List<Passage>();
        var texts = (change.Before with { Seed = change.Seed, Documents = before.Count + 5 }).Texts();
        for (var i = 0; i < texts.Length; i++)
        {
            // Most stay, some are gone, some say something else, some are new.
            var (isGone, isOther) = (random.Next(5) == 0, i >= before.Count || random.Next(4) == 0);
            var passage = isOther ? Passage(i, texts[i]) : before[i];
            (isGone ? [] : after).Add(passage);
            (isGone || !isOther ? [] : changed).Add(passage);
        }
        var kept = after.Except(changed).Select(p => p.Id.Value).ToHashSet(StringComparer.Ordinal);

        var merged = PassageParts.Merge(PassageParts.Build(before, Analyzer), PassageParts.Build(changed, Analyzer, change.Before.Part), kept.Contains);

        Assert.Equal(Packed(PassageParts.Build(after, Analyzer)), Packed(merged));
        return true;
    }).Check(new Configuration { MaxNbOfTest = 60, Runner = Configuration.QuickThrowOnFailure.Runner });

    private static byte[] Packed(PassageParts parts) => StoredSections.Pack((section, writer) => StoredPassageIndex.Write(parts, section, writer));

    private static Passage Passage(int number, (string Title, string Body) text) => new()
    {
        Id = new PassageId($"d#{number * 7 % 100:00}-{number}"),
        DocumentTitle = "文書",
        Heading = text.Title,
        Markdown = text.Body,
        Text = text.Body,
        Units = [new QuoteUnit(text.Body, QuoteUnitKind.Sentence)],
        Asks = text.Title.Length > 3 ? [text.Title + "とは"] : [],
        Sources = [],
        AsOf = new PartialDate(2026, 1),
        Kind = DocumentKind.Guidebook,
        Authority = Authority.Guidebook,
    };
}
