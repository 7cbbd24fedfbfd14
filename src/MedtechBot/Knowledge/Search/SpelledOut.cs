using System.Text;

namespace MedtechBot.Knowledge.Search;

/// <summary>How abbreviations of Latin letters and digits are read aloud in Japanese, letter by letter.</summary>
internal static class SpelledOut
{
    private const int Longest = 6;

    private static readonly Dictionary<char, string> Names = new()
    {
        ['a'] = "エー",
        ['b'] = "ビー",
        ['c'] = "シー",
        ['d'] = "ディー",
        ['e'] = "イー",
        ['f'] = "エフ",
        ['g'] = "ジー",
        ['h'] = "エイチ",
        ['i'] = "アイ",
        ['j'] = "ジェー",
        ['k'] = "ケー",
        ['l'] = "エル",
        ['m'] = "エム",
        ['n'] = "エヌ",
        ['o'] = "オー",
        ['p'] = "ピー",
        ['q'] = "キュー",
        ['r'] = "アール",
        ['s'] = "エス",
        ['t'] = "ティー",
        ['u'] = "ユー",
        ['v'] = "ブイ",
        ['w'] = "ダブリュー",
        ['x'] = "エックス",
        ['y'] = "ワイ",
        ['z'] = "ゼット",
        ['0'] = "ゼロ",
        ['1'] = "ワン",
        ['2'] = "ツー",
        ['3'] = "スリー",
        ['4'] = "フォー",
        ['5'] = "ファイブ",
    };

    /// <summary>Katakana, or nothing for what is not read so.</summary>
    public static string Reading(string word)
    {
        if (word.Length is < 2 or > Longest || !word.Any(char.IsAsciiLetter))
        {
            return "";
        }
        var reading = new StringBuilder();
        foreach (var c in word)
        {
            if (!Names.TryGetValue(char.ToLowerInvariant(c), out var name))
            {
                return "";
            }
            reading.Append(name);
        }
        return reading.ToString();
    }
}
