namespace MedtechBot.Benchmarks;

/// <summary>Made-up words for one copy of the knowledge: the same word for the same word throughout, no two alike, none that was there.</summary>
internal sealed class OtherWords
{
    // Words of the trade stand in most documents, old and new; names stand in one or two.
    private const int CommonFrom = 12;
    private const int SharedOfOthers = 2;

    private readonly Dictionary<string, string> _made = new(StringComparer.Ordinal);

    public OtherWords(IReadOnlyList<string> texts, int copy)
    {
        var files = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var word in texts.SelectMany(text => GrownKnowledge.Word().Matches(text).Select(m => m.Value).Distinct()))
        {
            files[word] = files.GetValueOrDefault(word) + 1;
        }
        var used = files.Keys.ToHashSet(StringComparer.Ordinal);
        var kanji = Letters(files.Keys, c => c >= '\u4E00');
        var kana = Letters(files.Keys, c => c is >= 'ァ' and <= 'ヴ');
        // The same words on every machine.
        var random = new Random(copy);
        foreach (var (word, count) in files.OrderBy(w => w.Key, StringComparer.Ordinal))
        {
            if (count < CommonFrom && random.Next(SharedOfOthers + 1) < SharedOfOthers)
            {
                var alphabet = word[0] >= '\u4E00' ? kanji : word[0] > 'z' ? kana : "aeioulnrstmkdbg";
                string made;
                do
                {
                    made = string.Concat(word.Select((c, i) => c == 'ー' || char.IsAsciiLetterUpper(c) ? c : alphabet[random.Next(alphabet.Length)]));
                }
                while (!used.Add(made));
                _made[word] = made;
            }
        }
    }

    public string For(string word) => _made.GetValueOrDefault(word, word);

    // As often as they are used, so that the made-up words use them so, too.
    private static string Letters(IEnumerable<string> words, Func<char, bool> isOne) => string.Concat(words.SelectMany(w => w.Where(isOne)).Order());
}
