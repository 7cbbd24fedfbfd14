using System.Text;
using MedtechBot.Japanese;

namespace MedtechBot.Knowledge.Search;

/// <summary>
/// How the words of an index sound, so that a question written in kana alone finds what is written in kanji: it is cut into sounds that words
/// have, long ones before short ones. Words that sound alike are searched as one. Found out when the first such question comes.
/// </summary>
internal sealed class WordSounds
{
    internal const int Shortest = 2;
    internal const int Longest = 14;

    // Nobody asks more than that in kana.
    internal const int MostLetters = 400;

    private readonly ulong[] _sounds;
    private readonly int[] _words;

    private WordSounds(ulong[] sounds, int[] words)
    {
        Array.Sort(sounds, words);
        (_sounds, _words) = (sounds, words);
    }

    public static WordSounds Of(TermField words, JapaneseAnalyzer analyzer)
    {
        var all = new ulong[words.Count];
        Parallel.ForEach(words.Blocks(), () => new AnalysisBuffer(), (block, _, buffer) =>
        {
            foreach (var (number, word) in words.WordsOf(block))
            {
                all[number] = Sound(Encoding.UTF8.GetString(word), analyzer, buffer) is { } sound ? Number(sound) : 0;
            }
            return buffer;
        }, _ => { });
        int[] sounding = [.. Enumerable.Range(0, all.Length).Where(n => all[n] != 0)];
        return new WordSounds(Array.ConvertAll(sounding, n => all[n]), sounding);
    }

    /// <summary>The words that a question in kana may be made of, those that sound alike together.</summary>
    /// <param name="text">In its normal form.</param>
    public List<int[]> In(string text)
    {
        var sound = Kana.ToKatakana(text.AsSpan(0, Math.Min(text.Length, MostLetters)));
        var (explained, from) = (new int[sound.Length + 1], new int[sound.Length + 1]);
        for (var end = 1; end <= sound.Length; end++)
        {
            (explained[end], from[end]) = (explained[end - 1], end - 1);
            for (var start = Math.Max(0, end - Longest); start <= end - Shortest; start++)
            {
                var length = end - start;
                if (explained[start] + (length * length) > explained[end] && Find(sound.AsSpan(start, length)) >= 0)
                {
                    (explained[end], from[end]) = (explained[start] + (length * length), start);
                }
            }
        }
        var found = new List<int[]>();
        for (var end = sound.Length; end > 0; end = from[end])
        {
            if (Find(sound.AsSpan(from[end], end - from[end])) is var first and >= 0 && end - from[end] >= Shortest)
            {
                found.Add([.. Enumerable.Range(first, _sounds.Length - first).TakeWhile(i => _sounds[i] == _sounds[first]).Select(i => _words[i]).Order()]);
            }
        }
        found.Reverse();
        return found;
    }

    // The first of those that sound so.
    private int Find(ReadOnlySpan<char> sound)
    {
        var (number, low, high) = (Number(sound), 0, _sounds.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = _sounds[middle] < number ? (middle + 1, high) : (low, middle);
        }
        return low < _sounds.Length && _sounds[low] == number ? low : -1;
    }

    /// <summary>In katakana; null when it is not all known, or too short or too long to be told from others.</summary>
    internal static string? Sound(string word, JapaneseAnalyzer analyzer, AnalysisBuffer buffer)
    {
        if (word.Length > Longest)
        {
            return null;
        }
        analyzer.Analyze(word, buffer);
        var sound = new StringBuilder();
        foreach (ref readonly var token in buffer.Tokens)
        {
            var reading = analyzer.Reading(token);
            sound.Append(reading.Length > 0 ? reading : Kana.ToKatakana(word.AsSpan(token.Start, token.Length)));
        }
        var katakana = sound.ToString();
        return katakana.Length is >= Shortest and <= Longest && katakana.All(Kana.IsKatakana) ? katakana : null;
    }

    // FNV-1a: two of millions of sounds have the same number once in ten million.
    private static ulong Number(ReadOnlySpan<char> sound)
    {
        var number = 14695981039346656037UL;
        foreach (var letter in sound)
        {
            number = unchecked((number ^ letter) * 1099511628211UL);
        }
        return number;
    }
}
