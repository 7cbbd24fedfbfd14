using System.Text;
using MedtechBot.Knowledge.Stored;

namespace MedtechBot.Knowledge.Search;

/// <summary>What words sound like, each sound with the word that is most often meant by it.</summary>
/// <param name="sounds">In katakana, as <see cref="KanaLexicon.Sound"/> makes it.</param>
/// <param name="words">By the number of their sound.</param>
internal sealed class SoundsOfWords(TermKeys sounds, TermKeys words)
{
    private const int Longest = 64;

    /// <param name="pronounced">Words with their katakana readings, as often as they are used.</param>
    public static SoundsOfWords Of(IEnumerable<(string Word, string Reading)> pronounced)
    {
        var counts = new Dictionary<(string Word, string Reading), int>();
        foreach (var pair in pronounced)
        {
            counts[pair] = counts.GetValueOrDefault(pair) + 1;
        }
        var words = new Dictionary<string, (string Word, int Count)>(StringComparer.Ordinal);
        foreach (var ((word, reading), count) in counts.OrderBy(c => c.Key.Word, StringComparer.Ordinal).ThenBy(c => c.Key.Reading, StringComparer.Ordinal))
        {
            var sound = KanaLexicon.Sound(reading.Length > 0 ? reading : SpelledOut.Reading(word));
            if (sound.Length >= 2 && (!words.TryGetValue(sound, out var known) || known.Count < count))
            {
                words[sound] = (word, count);
            }
        }
        var (sounds, meant) = TermKeys.Of(words);
        return new SoundsOfWords(sounds, TermKeys.InOrder(meant.Select(m => m.Word)));
    }

    public bool Contains(ReadOnlySpan<char> sound) => Find(sound) >= 0;

    public string Word(ReadOnlySpan<char> sound) => Encoding.UTF8.GetString(words[Find(sound)]);

    public void Write(ByteWriter writer)
    {
        sounds.Write(writer);
        words.Write(writer);
    }

    public static SoundsOfWords Read(ByteReader reader) => new(TermKeys.Read(ref reader), TermKeys.Read(ref reader));

    private int Find(ReadOnlySpan<char> sound)
    {
        Span<byte> key = stackalloc byte[3 * Longest];
        return sound.Length > Longest ? -1 : sounds.Find(key[..Encoding.UTF8.GetBytes(sound, key)]);
    }
}
