using System.Runtime.InteropServices;
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
    private readonly Lazy<KanaLexicon> _sounds;
    private readonly Lazy<Spelling> _spelling;

    public PassageWords(IReadOnlyList<Passage> passages, JapaneseAnalyzer analyzer, Thesaurus thesaurus)
        : this(passages, PassageTerms.Read(passages, analyzer), analyzer, thesaurus)
    {
    }

    /// <param name="terms">Of each passage, in the same order.</param>
    internal PassageWords(IReadOnlyList<Passage> passages, IReadOnlyList<PassageTerms> terms, JapaneseAnalyzer analyzer, Thesaurus thesaurus)
    {
        _reader = new SearchTermReader(analyzer);
        Thesaurus = thesaurus;
        for (var i = 0; i < passages.Count; i++)
        {
            var words = Number(passages[i], terms[i]);
            _passages[passages[i].Id] = words;
            foreach (var word in words.All)
            {
                _frequency[word] = _frequency.GetValueOrDefault(word) + 1;
            }
        }
        _sounds = new Lazy<KanaLexicon>(() => new KanaLexicon(passages.SelectMany(Written).Concat(thesaurus.Terms).AsParallel().SelectMany(text => Pronunciation.In(text, analyzer))));
        _spelling = new Lazy<Spelling>(() => new Spelling(passages.SelectMany(Written).Concat(thesaurus.Terms), analyzer));
    }

    internal Thesaurus Thesaurus { get; }

    internal SearchTerms ReadTerms(string text) => _reader.Read(text, withKanaGrams: true);

    /// <summary>A question typed in kana, written with the words of the passages; null when it is not, or says none of them.</summary>
    internal string? WriteKana(string text)
    {
        var normalized = TextNormalizer.Normalize(text).Text;
        return SearchTermReader.IsKanaOnly(normalized) ? _sounds.Value.Write(normalized) : null;
    }

    /// <summary>A question whose slips are put right by the words of the passages; null when there are none.</summary>
    internal CorrectedText? Correct(string text) => _spelling.Value.Correct(text);

    internal WordsOfPassage Of(Passage passage) => _passages[passage.Id];

    /// <summary>The word's number, or -1 when no passage uses it.</summary>
    internal int Number(string word) => _numbers.GetValueOrDefault(word, -1);

    /// <summary>How much a word tells: rare words more than common ones, words nobody wrote most of all.</summary>
    internal double Weight(string word) => IsScrap(word) && Number(word) < 0 || AskedForOf.IsAskingWord(word) ? 0 : Weight(Number(word));

    internal double Weight(int number)
    {
        var frequency = _frequency.GetValueOrDefault(number);
        return Math.Log(1 + (_passages.Count - frequency + 0.5) / (frequency + 0.5));
    }

    // What colloquial speech leaves of a sentence ("なんすか", "っすね") is in no dictionary and tells nothing.
    private static bool IsScrap(string word) => word.Length <= 2 && (word.All(Kana.IsHiragana) || word.All(char.IsAsciiLetter));

    private WordsOfPassage Number(Passage passage, PassageTerms terms)
    {
        var whole = terms.Whole();
        return new WordsOfPassage(
            Numbers(whole.Words),
            Sorted(whole.Bigrams),
            Sorted(whole.KanaGrams),
            [.. terms.Headings.Select(h => Numbers(h.Words))],
            [.. terms.Headings.Select(h => Sorted(h.KanaGrams))],
            HeadingKinds(passage),
            Jurisdictions.In(passage.Heading + "\n" + passage.DocumentTitle + "\n" + passage.Units[0].Text),
            Numbers(terms.DocumentTitles.SelectMany(t => t.Words)),
            [.. terms.Units.Select(u => Numbers(u.Words))],
            [.. terms.English.Select(e => Numbers(e.Words))]);
    }

    // A section on how things differ answers little else, however people ask for it.
    private static AskedFor[] HeadingKinds(Passage passage)
    {
        var difference = AskedForOf.Question(passage.Heading) & AskedFor.Difference;
        return [.. PassageTerms.HeadingTexts(passage).Select(heading => AskedForOf.Question(heading) | difference)];
    }

    private static IEnumerable<string> Written(Passage passage) =>
        [passage.DocumentTitle, .. PassageTerms.HeadingTexts(passage), .. passage.Units.Select(u => u.Text), .. passage.English];

    private static T[] Sorted<T>(IEnumerable<T> grams) => [.. grams.Distinct().Order()];

    private int[] Numbers(IEnumerable<string> words)
    {
        var numbers = new List<int>();
        foreach (var word in words)
        {
            ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(_numbers, word, out var known);
            if (!known)
            {
                number = _numbers.Count - 1;
            }
            numbers.Add(number);
        }
        return Sorted(numbers);
    }
}

/// <param name="Headings">The heading in both languages and the other ways people ask.</param>
/// <param name="Named">The jurisdictions that its headings and its first sentence name.</param>
internal sealed record WordsOfPassage(int[] All, uint[] Bigrams, ulong[] KanaGrams, int[][] Headings, ulong[][] HeadingKanaGrams, AskedFor[] HeadingKinds, IReadOnlySet<string> Named, int[] DocumentTitle, int[][] Units, int[][] English);
