using System.Buffers;

namespace MedtechBot.Japanese;

/// <summary>Hiragana, katakana and how to tell them.</summary>
public static class Kana
{
    private const int Distance = 'ァ' - 'ぁ';

    internal static readonly SearchValues<char> Kanji = SearchValues.Create(
        [.. Enumerable.Range(0x4E00, 0xA000 - 0x4E00).Concat(Enumerable.Range(0x3400, 0x4DC0 - 0x3400))
            .Concat(Enumerable.Range(0xF900, 0x200)).Append('々').Select(i => (char)i)]);

    /// <summary>Whether the unit is hiragana, iteration marks included.</summary>
    public static bool IsHiragana(char unit) => unit is >= 'ぁ' and <= 'ゖ' or 'ゝ' or 'ゞ';

    /// <summary>Whether the unit is full-width katakana, iteration marks and ー included.</summary>
    public static bool IsKatakana(char unit) => unit is >= 'ァ' and <= 'ヺ' or 'ー' or 'ヽ' or 'ヾ';

    /// <summary>Whether the unit is a kanji.</summary>
    public static bool IsKanji(char unit) => Kanji.Contains(unit);

    /// <summary>The katakana of a hiragana; any other unit stays.</summary>
    public static char ToKatakana(char unit) => IsHiragana(unit) ? (char)(unit + Distance) : unit;

    /// <summary>The text with its hiragana as katakana.</summary>
    public static string ToKatakana(ReadOnlySpan<char> text) => Shift(text, IsHiragana, Distance);

    /// <summary>The text with its katakana as hiragana; ー stays, and so do ヷ to ヺ, which have no hiragana.</summary>
    public static string ToHiragana(ReadOnlySpan<char> text) =>
        Shift(text, unit => unit is >= 'ァ' and <= 'ヶ' or 'ヽ' or 'ヾ', -Distance);

    /// <summary>Whether more than half of the text, white space aside, is hiragana or katakana.</summary>
    public static bool IsMostlyKana(ReadOnlySpan<char> text)
    {
        var kana = 0;
        var all = 0;
        foreach (var unit in text)
        {
            if (!char.IsWhiteSpace(unit))
            {
                all++;
                kana += IsHiragana(unit) || IsKatakana(unit) ? 1 : 0;
            }
        }

        return kana * 2 > all;
    }

    private static string Shift(ReadOnlySpan<char> text, Func<char, bool> applies, int distance)
    {
        var result = text.ToArray();
        for (var i = 0; i < result.Length; i++)
        {
            if (applies(result[i]))
            {
                result[i] = (char)(result[i] + distance);
            }
        }

        return new string(result);
    }
}
