using MedtechBot.Japanese;
using MedtechBot.Knowledge.Stored;

namespace MedtechBot.Knowledge.Search;

/// <summary>
/// The words of every passage, its headings and its units, as sorted numbers: what tells how much of a question a passage covers.
/// Independent of the search engine, so that evidence means the same whichever engine found the passage.
/// </summary>
public sealed class PassageWords
{
    private readonly SearchTermReader _reader;
    private readonly TermField _words;
    private readonly double[] _weights;
    private readonly double _weightOfUnknown;
    private readonly Dictionary<string, int> _places;
    private readonly StoredRecords _records;
    private readonly Recent<WordsOfPassage> _recent;
    private readonly Lazy<SoundsOfWords> _sounds;
    private readonly Lazy<WrittenTerms> _writing;
    private readonly Lazy<KanaLexicon> _lexicon;
    private readonly Lazy<Spelling> _spelling;

    public PassageWords(IReadOnlyList<Passage> passages, JapaneseAnalyzer analyzer, Thesaurus thesaurus)
        : this(StoredPassageIndex.Of(passages, analyzer), passages.Select(p => p), analyzer, thesaurus)
    {
    }

    /// <param name="passages">Read again when the words themselves are asked for.</param>
    internal PassageWords(StoredPassageIndex stored, IEnumerable<Passage> passages, JapaneseAnalyzer analyzer, Thesaurus thesaurus)
    {
        _reader = new SearchTermReader(analyzer);
        Thesaurus = thesaurus;
        _words = new TermField(stored.Sections.Bytes, stored.Sections.StartOf(Section.Words));
        _weights = [.. _words.Frequencies().Select(f => TermField.InverseDocumentFrequency(f, stored.Ids.Count))];
        _weightOfUnknown = TermField.InverseDocumentFrequency(0, stored.Ids.Count);
        _places = stored.Places;
        _records = new StoredRecords(stored.Sections.Bytes, stored.Sections.StartOf(Section.Evidence));
        _recent = new Recent<WordsOfPassage>(_records.Count);
        // Known from the last start, or found out when the first question needs them.
        _sounds = new Lazy<SoundsOfWords>(() => stored.Sections.ReadIfAny(Section.Sounds) is { } known ? SoundsOfWords.Read(new ByteReader(known))
            : SoundsOfWords.Of(passages.SelectMany(Written).Concat(thesaurus.Terms).AsParallel().SelectMany(text => Pronunciation.In(text, analyzer))));
        _writing = new Lazy<WrittenTerms>(() => stored.Sections.ReadIfAny(Section.Writing) is { } known ? WrittenTerms.Read(new ByteReader(known))
            : WrittenTerms.Of(passages.SelectMany(Written).Concat(thesaurus.Terms)));
        _lexicon = new Lazy<KanaLexicon>(() => new KanaLexicon(_sounds.Value));
        _spelling = new Lazy<Spelling>(() => new Spelling(_writing.Value, analyzer));
    }

    /// <summary>Finds out now what almost every question needs.</summary>
    internal void KnowWriting() => _ = _spelling.Value;

    /// <summary>What would be found out by the first questions, for keeping it.</summary>
    internal void Write(Section section, ByteWriter writer)
    {
        switch (section)
        {
            case Section.Writing:
                _writing.Value.Write(writer);
                break;
            case Section.Sounds:
                _sounds.Value.Write(writer);
                break;
        }
    }

    internal Thesaurus Thesaurus { get; }

    /// <summary>The words of any text, as the passages' own are read.</summary>
    internal IReadOnlyList<string> ReadWords(string text) => _reader.Read(text, withKanaGrams: false).Words;

    internal SearchTerms ReadTerms(string text) => _reader.Read(text, withKanaGrams: true);

    /// <summary>A question typed in kana, written with the words of the passages; null when it is not, or says none of them.</summary>
    internal string? WriteKana(string text)
    {
        var normalized = TextNormalizer.Normalize(text).Text;
        return SearchTermReader.IsKanaOnly(normalized) ? _lexicon.Value.Write(normalized) : null;
    }

    /// <summary>A question whose slips are put right by the words of the passages; null when there are none.</summary>
    internal CorrectedText? Correct(string text) => _spelling.Value.Correct(text);

    internal WordsOfPassage Of(Passage passage)
    {
        var place = _places[passage.Id.Value];
        return _recent.Get(place, () => new WordsOfPassage(_records[place]));
    }

    /// <summary>The word's number, or -1 when no passage uses it.</summary>
    internal int Number(string word) => Math.Max(-1, _words.Find(word));

    /// <summary>How much a word tells: rare words more than common ones, words nobody wrote most of all.</summary>
    internal double Weight(string word) => AskedForOf.IsAskingWord(word) || IsScrap(word) && Number(word) < 0 ? 0 : Weight(Number(word));

    internal double WeightOf(ReadOnlySpan<int> numbers)
    {
        var weight = 0.0;
        foreach (var number in numbers)
        {
            weight += Weight(number);
        }
        return weight;
    }

    internal double Weight(int number) => number < 0 ? _weightOfUnknown : _weights[number];

    // What colloquial speech leaves of a sentence ("なんすか", "っすね") is in no dictionary and tells nothing.
    private static bool IsScrap(string word) => word.Length <= 2 && (word.All(Kana.IsHiragana) || word.All(char.IsAsciiLetter));

    private static IEnumerable<string> Written(Passage passage) =>
        [passage.DocumentTitle, .. PassageTerms.HeadingTexts(passage), .. passage.Units.Select(u => u.Text), .. passage.English];
}
