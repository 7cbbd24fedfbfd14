namespace MedtechBot.Knowledge.Search;

/// <summary>The terms of one text, by the fields they are looked up in.</summary>
/// <param name="length">Of the text, so that nothing has to be moved while the terms are collected.</param>
internal sealed class SearchTerms(int length = 0)
{
    /// <summary>Content words in base form.</summary>
    public List<string> Words { get; } = new(length / 4);

    /// <summary>What else is known of each of the words.</summary>
    public List<WordMarks> Marks { get; } = new(length / 4);

    /// <summary>Pairs of neighbouring characters of everything that is not hiragana, each pair as one number.</summary>
    public List<uint> Bigrams { get; } = new(length);

    /// <summary>Runs of four characters of the whole reading, each as one number, for questions written in kana alone.</summary>
    public List<uint> KanaGrams { get; } = new(length);

    /// <summary>The text is nearly all kana, so that words cannot be told apart well.</summary>
    public bool MostlyKana { get; init; }
}

[Flags]
internal enum WordMarks : byte
{
    None = 0,

    /// <summary>A compound, whose parts follow it as words of their own.</summary>
    Compound = 1,

    /// <summary>Before it a sentence ended, or nothing stands.</summary>
    FirstOfSentence = 2,
}
