namespace MedtechBot.Knowledge.Search;

/// <summary>Parts of the ranking that can be left out to see what they are good for.</summary>
[Flags]
public enum SearchParts
{
    /// <summary>Nothing is left out.</summary>
    None = 0,

    /// <summary>The domain's own synonyms.</summary>
    Thesaurus = 1,

    /// <summary>Other ways of writing a word, its abbreviations and translations.</summary>
    Spellings = 2,

    /// <summary>Other words of everyday language for the same.</summary>
    Synonyms = 4,

    /// <summary>The title as a field of its own.</summary>
    Titles = 8,

    /// <summary>Pairs of characters.</summary>
    Bigrams = 16,

    /// <summary>What words sound like, for questions without kanji.</summary>
    Sounds = 32,

    /// <summary><see cref="Closeness.Coverage"/>.</summary>
    Coverage = 64,

    /// <summary><see cref="Closeness.Sentence"/>.</summary>
    Sentences = 128,

    /// <summary><see cref="Closeness.Near"/>.</summary>
    Nearness = 256,

    /// <summary><see cref="Closeness.Heading"/>.</summary>
    Headings = 512,

    /// <summary><see cref="Closeness.Counted"/>.</summary>
    Counters = 1024,

    /// <summary>All that the second stage looks at.</summary>
    SecondStage = Coverage | Sentences | Nearness | Headings | Counters,
}
