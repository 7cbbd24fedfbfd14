namespace MedtechBot.Turns.Limits;

/// <summary>How the words of the patterns are written in kana, so that a question without kanji meets the same limits.</summary>
internal sealed class Readings(IEnumerable<(string Word, string Reading)> words)
{
    // Longer words first: 医療機器 before 医療.
    private readonly (string Word, string Reading)[] _words = [.. words.OrderByDescending(w => w.Word.Length)];

    /// <summary>The text in kana; null when a kanji is left that nobody wrote a reading for.</summary>
    public string? Of(string text)
    {
        if (!MatchText.HasKanji(text))
        {
            return text;
        }
        var read = _words.Aggregate(text, (t, w) => t.Replace(w.Word, w.Reading, StringComparison.Ordinal));
        return MatchText.HasKanji(read) ? null : read;
    }
}
