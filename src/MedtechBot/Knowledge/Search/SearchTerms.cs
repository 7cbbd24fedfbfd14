namespace MedtechBot.Knowledge.Search;

/// <summary>The terms of one text, by the fields they are looked up in.</summary>
internal sealed class SearchTerms
{
    /// <summary>Content words in base form.</summary>
    public List<string> Words { get; } = [];

    /// <summary>Katakana readings of the content words.</summary>
    public List<string> Readings { get; } = [];

    /// <summary>Pairs of neighbouring characters of everything that is not hiragana, each pair as one number.</summary>
    public List<uint> Bigrams { get; } = [];

    /// <summary>Runs of four characters of the whole reading, each as one number, for questions written in kana alone.</summary>
    public List<uint> KanaGrams { get; } = [];

    /// <summary>The text is nearly all kana, so that words cannot be told apart well.</summary>
    public bool MostlyKana { get; init; }
}
