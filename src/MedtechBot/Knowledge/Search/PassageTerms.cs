using MedtechBot.Japanese;

namespace MedtechBot.Knowledge.Search;

/// <summary>The terms of a passage, part by part. Search and evidence are both made of them, so that no text is analysed twice.</summary>
/// <param name="Headings">The heading in both languages, then the other ways people ask.</param>
internal sealed record PassageTerms(SearchTerms[] Headings, SearchTerms[] DocumentTitles, SearchTerms[] Units, SearchTerms[] English)
{
    public SearchTerms[] Whole { get; } = [.. DocumentTitles, .. Headings, .. Units, .. English];

    /// <summary>The texts that <see cref="Headings"/> were read from, in the same order.</summary>
    public static IEnumerable<string> HeadingTexts(Passage passage) =>
        [passage.Heading, .. passage.HeadingEn is { Length: > 0 } english ? [english] : (string[])[], .. passage.Asks];

    /// <summary>Analyses on all cores.</summary>
    public static PassageTerms[] Read(IReadOnlyList<Passage> passages, JapaneseAnalyzer analyzer)
    {
        var reader = new SearchTermReader(analyzer);
        var terms = new PassageTerms[passages.Count];
        Parallel.For(0, passages.Count, () => new WordPool(), (i, _, pool) =>
        {
            terms[i] = Read(passages[i], reader, pool);
            return pool;
        }, _ => { });
        return terms;
    }

    public SearchTerms[] Title(Passage passage) => [.. Headings.Take(Headings.Length - passage.Asks.Count), .. DocumentTitles];

    private static PassageTerms Read(Passage passage, SearchTermReader reader, WordPool pool)
    {
        return new PassageTerms(
            Terms(HeadingTexts(passage)),
            Terms([passage.DocumentTitle, passage.DocumentTitleEn ?? ""]),
            Terms(passage.Units.Select(u => u.Text)),
            Terms(passage.English));

        SearchTerms[] Terms(IEnumerable<string> texts) => [.. texts.Select(text => reader.Read(text, withKanaGrams: true, pool))];
    }
}
