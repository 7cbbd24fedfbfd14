namespace MedtechBot.Turns.Limits;

/// <summary>One word or phrase of a pattern. A Latin one must stand as a word; <c>*</c> at an end lets it go on there.</summary>
internal sealed class PhraseWord
{
    private readonly string _written;
    private readonly string? _read;
    private readonly bool _beginsWord;
    private readonly bool _endsWord;

    private PhraseWord(string written, string? read, bool beginsWord, bool endsWord)
    {
        _written = written;
        _read = read;
        _beginsWord = beginsWord;
        _endsWord = endsWord;
    }

    public static PhraseWord Parse(string word, Readings readings)
    {
        // Folding takes a sentence end at the beginning as nothing.
        var plain = (word.StartsWith(MatchText.SentenceEnd) ? "。" : "") + MatchText.Fold(word.Trim('*'));
        if (plain.Length == 0)
        {
            throw new FormatException($"'{word}' holds no letters");
        }
        return new PhraseWord(plain, readings.Of(plain), IsLatin(plain[0]) && !word.StartsWith('*'), IsLatin(plain[^1]) && !word.EndsWith('*'));
    }

    public void FindIn(MatchText message, List<(int Start, int End)> found)
    {
        var word = message.IsKanaOnly ? _read : _written;
        if (word is null)
        {
            return;
        }
        var text = message.Text;
        for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
        {
            var end = at + word.Length;
            if (message.HasNoWordBounds
                || !((_beginsWord && at > 0 && IsLatin(text[at - 1])) || (_endsWord && end < text.Length && IsLatin(text[end]))))
            {
                found.Add((at, end));
            }
        }
    }

    // Letters of scripts that put spaces between words; digits as well, so that "class i" is not found in "class i2".
    private static bool IsLatin(char c) => char.IsAsciiLetterOrDigit(c) || c is >= '\u00c0' and <= '\u052f';
}
