using System.Collections.Concurrent;
using MedtechBot.Japanese;

namespace MedtechBot.Knowledge.Search;

/// <summary>The terms of a passage, part by part. Search and evidence are both made of them, so that no text is analysed twice.</summary>
/// <param name="Headings">The heading in both languages, then the other ways people ask.</param>
internal sealed record PassageTerms(SearchTerms[] Headings, SearchTerms[] DocumentTitles, SearchTerms[] Units, SearchTerms[] English)
{
    /// <summary>All of it; its title is without the other ways people ask.</summary>
    public required DocumentTerms Document { get; init; }

    /// <summary>The texts that <see cref="Headings"/> were read from, in the same order.</summary>
    public static IEnumerable<string> HeadingTexts(Passage passage) =>
        [passage.Heading, .. passage.HeadingEn is { Length: > 0 } english ? [english] : (string[])[], .. passage.Asks];

    /// <summary>Analyses on all cores.</summary>
    public static PassageTerms[] Read(IReadOnlyList<Passage> passages, JapaneseAnalyzer analyzer)
    {
        var reader = new SearchTermReader(analyzer);
        var terms = new PassageTerms[passages.Count];
        // Said by every passage of a document.
        var titles = new ConcurrentDictionary<string, SearchTerms>(StringComparer.Ordinal);
        var pool = new WordPool();
        Parallel.For(0, passages.Count, i => terms[i] = Read(passages[i], reader, pool, titles));
        return terms;
    }

    private static PassageTerms Read(Passage passage, SearchTermReader reader, WordPool pool, ConcurrentDictionary<string, SearchTerms> titles)
    {
        SearchTerms[] headings = Terms(HeadingTexts(passage)), documentTitles = [Title(passage.DocumentTitle), Title(passage.DocumentTitleEn ?? "")];
        SearchTerms[] units = Terms(passage.Units.Select(u => u.Text)), english = Terms(passage.English);
        return new PassageTerms(headings, documentTitles, units, english)
        {
            Document = new DocumentTerms(
                [.. headings.Take(headings.Length - passage.Asks.Count), .. documentTitles],
                [.. headings, .. documentTitles, .. units, .. english],
                headings.Length),
        };

        SearchTerms Title(string text) => titles.GetOrAdd(text, t => reader.Read(t, withKanaGrams: true, pool));

        SearchTerms[] Terms(IEnumerable<string> texts) => [.. texts.Select(text => reader.Read(text, withKanaGrams: true, pool))];
    }
}
