using MedtechBot.Japanese;

namespace MedtechBot.Knowledge.Search;

/// <summary>
/// The words of every passage, its headings and its units, as sorted numbers: what tells how much of a question a passage covers.
/// Independent of the search engine, so that evidence means the same whichever engine found the passage.
/// </summary>
public sealed class PassageWords
{
    private readonly SearchTermReader _reader;
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<PassageId, WordsOfPassage> _passages = [];
    private readonly Dictionary<int, int> _frequency = [];

    public PassageWords(IReadOnlyList<Passage> passages, JapaneseAnalyzer analyzer, Thesaurus thesaurus)
    {
        _reader = new SearchTermReader(analyzer);
        Thesaurus = thesaurus;
        foreach (var passage in passages)
        {
            var words = Read(passage);
            _passages[passage.Id] = words;
            foreach (var word in words.All)
            {
                _frequency[word] = _frequency.GetValueOrDefault(word) + 1;
            }
        }
    }

    internal Thesaurus Thesaurus { get; }

    internal SearchTerms ReadTerms(string text) => _reader.Read(text, withKanaGrams: true);

    internal WordsOfPassage Of(Passage passage) => _passages[passage.Id];

    /// <summary>The word's number, or -1 when no passage uses it.</summary>
    internal int Number(string word) => _numbers.GetValueOrDefault(word, -1);

    /// <summary>How much a word tells: rare words more than common ones, words nobody wrote most of all.</summary>
    internal double Weight(string word) => Weight(Number(word));

    internal double Weight(int number)
    {
        var frequency = _frequency.GetValueOrDefault(number);
        return Math.Log(1 + (_passages.Count - frequency + 0.5) / (frequency + 0.5));
    }

    private WordsOfPassage Read(Passage passage)
    {
        var whole = string.Join('\n', [passage.Heading, passage.HeadingEn ?? "", passage.DocumentTitle, passage.DocumentTitleEn ?? "", passage.Text, .. passage.Asks, .. passage.English]);
        var terms = ReadTerms(whole);
        var headings = new[] { passage.Heading, passage.HeadingEn ?? "" }.Concat(passage.Asks).Where(h => h.Length > 0).ToList();
        var headingTerms = headings.ConvertAll(ReadTerms);
        return new WordsOfPassage(
            Numbers(terms.Words),
            Numbers(terms.Bigrams),
            Numbers(terms.KanaGrams),
            [.. headingTerms.Select(h => Numbers(h.Words))],
            [.. headingTerms.Select(h => Numbers(h.KanaGrams))],
            [.. headings.Select(AskedForOf.Question)],
            Numbers(ReadTerms(passage.DocumentTitle + "\n" + passage.DocumentTitleEn).Words),
            [.. passage.Units.Select(u => Numbers(ReadTerms(u.Text).Words))],
            [.. passage.English.Select(e => Numbers(ReadTerms(e).Words))]);
    }

    private int[] Numbers(IEnumerable<string> words)
    {
        var numbers = new SortedSet<int>();
        foreach (var word in words)
        {
            if (!_numbers.TryGetValue(word, out var number))
            {
                _numbers[word] = number = _numbers.Count;
            }
            numbers.Add(number);
        }
        return [.. numbers];
    }
}

/// <param name="Headings">The heading in both languages and the other ways people ask.</param>
internal sealed record WordsOfPassage(int[] All, int[] Bigrams, int[] KanaGrams, int[][] Headings, int[][] HeadingKanaGrams, AskedFor[] HeadingKinds, int[] DocumentTitle, int[][] Units, int[][] English);
