namespace MedtechBot.Benchmarks;

/// <summary>Made-up words for one copy of a text: the same word for the same word throughout, no two alike, none that was there.</summary>
internal sealed class OtherWords
{
    // Words of the trade stand in most documents, old and new; names stand in one or two.
    private const int CommonFrom = 12;
    private const int SharedOfOthers = 2;

    private readonly Dictionary<string, string> _made = new(StringComparer.Ordinal);

    public OtherWords(WordsInUse inUse, int copy)
    {
        var made = new HashSet<string>(StringComparer.Ordinal);
        // The same words on every machine.
        var random = new Random(copy);
        foreach (var (word, count) in inUse.Words)
        {
            if (count < CommonFrom && random.Next(SharedOfOthers + 1) < SharedOfOthers)
            {
                var alphabet = word[0] >= '\u4E00' ? inUse.Kanji : word[0] > 'z' ? inUse.Kana : "aeioulnrstmkdbg";
                string other;
                do
                {
                    other = string.Concat(word.Select((c, i) => c == 'ー' || char.IsAsciiLetterUpper(c) ? c : alphabet[random.Next(alphabet.Length)]));
                }
                while (inUse.Contains(other) || !made.Add(other));
                _made[word] = other;
            }
        }
    }

    public string For(string word) => _made.GetValueOrDefault(word, word);

    /// <summary>The text in these words. Addresses stay as they are; everything in small letters may be a key of the format.</summary>
    public string Replace(string text) =>
        GrownKnowledge.Word().Replace(text, m => m.Value.Contains("://", StringComparison.Ordinal) || m.Value == "TODO" ? m.Value : For(m.Value));
}

/// <summary>The words of texts, and in how many of them each stands.</summary>
internal sealed class WordsInUse
{
    private readonly Dictionary<string, int> _texts = new(StringComparer.Ordinal);

    public WordsInUse(IEnumerable<string> texts)
    {
        foreach (var word in texts.SelectMany(text => GrownKnowledge.Word().Matches(text).Select(m => m.Value).Distinct()))
        {
            _texts[word] = _texts.GetValueOrDefault(word) + 1;
        }
        Words = [.. _texts.OrderBy(w => w.Key, StringComparer.Ordinal).Select(w => (w.Key, w.Value))];
        Kanji = Letters(c => c >= '\u4E00');
        Kana = Letters(c => c is >= 'ァ' and <= 'ヴ');
    }

    public IReadOnlyList<(string Word, int Texts)> Words { get; }

    // As often as they are used, so that the made-up words use them so, too.
    public string Kanji { get; }

    public string Kana { get; }

    public bool Contains(string word) => _texts.ContainsKey(word);

    private string Letters(Func<char, bool> isOne) => string.Concat(_texts.Keys.SelectMany(w => w.Where(isOne)).Order());
}
