using FsCheck;
using MedtechBot.Japanese;
using MedtechBot.Knowledge.Search;

namespace MedtechBot.Tests.Knowledge.Search;

/// <summary>Any UTF-16 at all is read into terms, indexed, and found again by what it says.</summary>
public class AnyTextPropertyTests
{
    private static readonly JapaneseAnalyzer Analyzer = JapaneseAnalyzer.OpenDefault();
    private static readonly SearchTermReader Reader = new(Analyzer);

    private static readonly Gen<(int Seed, int Length)> Texts =
        from seed in Gen.Choose(0, int.MaxValue)
        from length in Gen.Choose(0, 300)
        select (seed, length);

    [Fact]
    public void It_is_found_by_itself_wherever_it_has_a_word() => Prop.ForAll(Arb.From(Texts), t =>
    {
        string[] texts = [AnyText(t.Seed, t.Length), AnyText(~t.Seed, t.Length), "治験の届出"];
        var index = TextIndex.Build(Analyzer, Thesaurus.Empty, [.. texts.Select(text => ("", text))]);

        return texts.Select((text, document) => (text, document)).All(x =>
            index.Search(x.text, 10) is var hits && (Reader.Read(x.text, withKanaGrams: false).Words.Count == 0 || hits.Any(h => h.Document == x.document)));
    }).Check(new Configuration { MaxNbOfTest = 300, Runner = Configuration.QuickThrowOnFailure.Runner });

    [Fact]
    public void Very_long_text_is_no_exception()
    {
        foreach (var length in (int[])[65_535, 65_536, 200_000])
        {
            var text = AnyText(length, length);
            Assert.NotEmpty(TextIndex.Build(Analyzer, Thesaurus.Empty, [(text, text)]).Search(text, 1));
        }
    }

    private static string AnyText(int seed, int length)
    {
        var random = new System.Random(seed);
        return new string([.. Enumerable.Range(0, length).Select(_ => random.Next(6) switch
        {
            0 => (char)random.Next(0x10000),
            1 => (char)random.Next(0xD800, 0xE000),
            2 => (char)random.Next(0x3040, 0x3100),
            3 => (char)random.Next(0x4E00, 0xA000),
            4 => "\0\u3099\u309a\u0301\u200b\u202e\ufeffーｶﾞ゛㍿"[random.Next(12)],
            _ => (char)random.Next(0x20, 0x7F),
        })]);
    }
}
